"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef, useState } from "react";
import { extendHold } from "~/app/actions/basket";
import { placeBooking } from "~/app/actions/place-booking";
import type { CheckoutState, LostTime } from "~/lib/checkout/state";
import { formatAmount } from "~/lib/format";
import type { Basket, Store, WayToPay } from "~/lib/storefront/types";
import { Icon } from "../icon";
import { BasketAside } from "./basket-aside";
import { DetailFields } from "./detail-fields";
import { useSecondsLeft } from "./hold";
import { Lost } from "./lost";
import { NothingKept } from "./nothing-kept";
import { PaymentChoice } from "./payment-choice";
import { Steps } from "./steps";
import { useOpenErrors } from "./use-open-errors";

type Props = {
  basket: Basket | undefined;
  secondsLeft: number;
  /** There was a basket in this browser; it may have run out. */
  hadBasket: boolean;
  ways: WayToPay[];
  store: Store;
  isDeclined: boolean;
};

/** It is extended while somebody types, in the last minutes only, and not with every letter. */
const [extendBelowSeconds, extendEveryMs] = [300, 30_000];

export function Checkout({ basket, secondsLeft, hadBasket, ways, store, isDeclined }: Props) {
  const [state, place, isPlacing] = useActionState<CheckoutState, FormData>(placeBooking, {});
  const [settled, setSettled] = useState<string[]>([]);
  const { errors, fieldChanged } = useOpenErrors(state);
  const left = useSecondsLeft(secondsLeft);
  const form = useRef<HTMLFormElement>(null);
  const lastExtended = useRef(-Infinity);

  useEffect(() => {
    if (state.errors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);

  useEffect(() => {
    if (isDeclined) form.current?.querySelector("#pay")?.scrollIntoView({ block: "center" });
  }, [isDeclined]);

  function extendWhileTyping() {
    if (left === 0 || left > extendBelowSeconds || performance.now() - lastExtended.current < extendEveryMs)
      return;
    lastExtended.current = performance.now();
    void extendHold();
  }

  function typed({ target }: React.FormEvent<HTMLFormElement>) {
    extendWhileTyping();
    const { name } = target as HTMLInputElement;
    if (name in errors) fieldChanged(name);
  }

  const lost = (state.lost ?? []).filter(({ id }) => !settled.includes(id));
  const settle = ({ id }: LostTime) => setSettled((before) => [...before, id]);
  const items = basket?.items ?? [];
  if (items.length === 0 && lost.length === 0) return <NothingKept hasRunOut={hadBasket && !basket} />;

  const values = { ...basket?.customer, provider: undefined, ...state.values };
  const declinedWay = isDeclined ? ways.find(({ isElsewhere }) => isElsewhere) : undefined;
  const total = formatAmount(basket?.total ?? 0, store.currency);
  return (
    <>
      <div className="left">
        <h1>{items.length > 0 ? "Nearly yours" : "That was close"}</h1>
        <Steps />
        {lost.map((item) => (
          <Lost
            key={item.id}
            item={item}
            zone={store.timezone}
            hasOthers={items.length > 0}
            onSettled={() => settle(item)}
          />
        ))}
        {items.length > 0 && basket ? (
          <form ref={form} action={place} onInput={typed} noValidate>
            <input type="hidden" name="items" value={JSON.stringify(items)} />
            <DetailFields values={values} errors={errors} />
            <PaymentChoice
              ways={ways}
              chosen={values.provider ?? declinedWay?.name}
              error={errors.provider}
              declined={
                isDeclined && !state.values
                  ? `Your payment was declined. Nothing was charged${left > 0 ? " and your time is still kept" : ""}. ` +
                    "Try again, or pay in another way."
                  : undefined
              }
            />
            {state.message && (
              <p className="err" role="alert">
                <Icon name="info" />
                {state.message}
              </p>
            )}
            <div className="end">
              <button
                className="go"
                type="submit"
                aria-disabled={isPlacing}
                onClick={(event) => isPlacing && event.preventDefault()}
              >
                {isPlacing ? "Booking it for you" : basket.total > 0 ? `Book, ${total}` : "Book it"}
              </button>
              <p>We look at your time once more before anything is paid.</p>
            </div>
          </form>
        ) : (
          <p>
            <Link className="link" href="/">
              Look at all services
            </Link>
          </p>
        )}
      </div>
      {items.length > 0 && basket && <BasketAside basket={basket} lost={lost} left={left} store={store} />}
    </>
  );
}
