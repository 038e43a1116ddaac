import { useState } from "react";
import type { CheckoutState } from "~/lib/checkout/state";

/** The errors of the last answer, without those whose field has been changed since. */
export function useOpenErrors(state: CheckoutState) {
  const [changed, setChanged] = useState<{ since: CheckoutState; names: string[] }>({
    since: state,
    names: [],
  });
  const names = changed.since === state ? changed.names : [];
  const open = Object.entries(state.errors ?? {}).filter(([name]) => !names.includes(name));
  return {
    errors: Object.fromEntries(open) as NonNullable<CheckoutState["errors"]>,
    fieldChanged: (name: string) => setChanged({ since: state, names: [...names, name] }),
  };
}
