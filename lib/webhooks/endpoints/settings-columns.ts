import { retryDelaysSeconds } from "../delivery/retry-policy";
import { sealCustomHeaders } from "../http/custom-headers";
import type { Settings } from "./settings-input";

/**
 * The endpoint's columns for what is given of its settings; the rest is undefined, which changes nothing. The cap is its
 * work's, Ed25519 its keys'. Throws `invalid` naming a header without a value.
 */
export const settingsColumns = (
  owner: { id: string; customHeaders: string | null },
  { retryDelays, customHeaders, cap: _, signsEd25519: __, ...columns }: Settings,
) => ({
  ...columns,
  retryDelays: retryDelays === null ? retryDelaysSeconds : retryDelays,
  customHeaders: customHeaders && sealCustomHeaders(owner, customHeaders),
});
