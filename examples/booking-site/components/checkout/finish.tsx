"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import { finishBooking } from "~/app/actions/basket";

/** Back from paying: books by itself, and by its button where scripts do not run. */
export function Finish({ paymentId }: { paymentId: string }) {
  const [trouble, finish, isFinishing] = useActionState(finishBooking, undefined);
  const form = useRef<HTMLFormElement>(null);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    form.current?.requestSubmit();
  }, []);
  return (
    <form ref={form} action={finish} className="note">
      <h1>{trouble ? "Not booked yet" : "Making it yours"}</h1>
      <p className="lead" role="status">
        {trouble?.message ?? "Your payment is agreed to. We book your time now."}
      </p>
      <input type="hidden" name="paymentId" value={paymentId} />
      <div className="opts2">
        <button className="go" type="submit" aria-disabled={isFinishing}>
          {isFinishing ? "Booking it for you" : "Book my time"}
        </button>
        {trouble && (
          <Link className="plain" href="/checkout?payment=again">
            Back to my basket
          </Link>
        )}
      </div>
    </form>
  );
}
