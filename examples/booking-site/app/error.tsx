"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { brand } from "~/lib/brand";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
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
      {error.digest && <p>Reference {error.digest}</p>}
    </main>
  );
}
