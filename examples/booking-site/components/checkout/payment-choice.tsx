import type { WayToPay } from "~/lib/storefront/types";
import { Icon } from "../icon";

type Props = { ways: WayToPay[]; chosen?: string; error?: string; declined?: string };

export function PaymentChoice({ ways, chosen, error, declined }: Props) {
  const [first] = ways;
  if (ways.length === 1 && first?.name === "no_payment_required")
    return <input type="hidden" name="provider" value={first.name} />;
  const trouble = error ?? declined;
  return (
    <section className="card" aria-labelledby="pay">
      <h2 id="pay">Pay</h2>
      <div
        className="pays"
        role="radiogroup"
        aria-labelledby="pay"
        aria-describedby={trouble ? "pay-error" : undefined}
      >
        {ways.map(({ name, title, note }) => (
          <label key={name}>
            <input
              type="radio"
              name="provider"
              value={name}
              defaultChecked={name === (chosen ?? first?.name)}
            />
            <span>
              <b>{title}</b>
              <small>{note}</small>
            </span>
          </label>
        ))}
      </div>
      {trouble && (
        <p className="err" id="pay-error" role="alert">
          <Icon name="info" />
          {trouble}
        </p>
      )}
    </section>
  );
}
