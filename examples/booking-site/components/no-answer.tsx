"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { brand } from "~/lib/brand";

type Props = { onAgain?: () => void; reference?: string };

/** A page whose store cannot be reached. */
export function NoAnswer({ onAgain, reference }: Props) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      onAgain?.();
    });
  return (
    <main id="main" className="wrap note">
      <title>{`No answer at ${brand.name}`}</title>
      <h1>The salon does not answer</h1>
      <p className="lead">
        We cannot reach its system at the moment. Nothing was booked or charged by what you just did.
      </p>
      <button type="button" className="go" onClick={again}>
        Try again
      </button>
      {reference && <p>Reference {reference}</p>}
    </main>
  );
}
