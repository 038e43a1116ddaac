import { giveUp } from "~/app/actions/basket";
import type { LostTime } from "~/lib/checkout/state";
import { formatAmount, formatDay, formatPrice, formatSpan, formatTime } from "~/lib/format";
import type { Basket, Kept, Store } from "~/lib/storefront/types";
import { Art } from "../art";
import { Hold } from "./hold";

type Props = { basket: Basket; lost: LostTime[]; left: number; store: Store };

export function BasketAside({ basket, lost, left, store }: Props) {
  return (
    <aside className="right2" aria-label="Your basket">
      <Hold left={left} whole={store.holdSeconds} />
      {basket.items.map((item) => (
        <Item key={item.id} item={item} store={store} />
      ))}
      {lost.map((item) => (
        <div key={item.id} className="item off">
          <span className="mini">
            <Art slug={item.picture} size="mini" />
          </span>
          <div>
            <h3>{item.title}</h3>
            <p>
              {formatDay(item.from, store.timezone)}, <s>{formatTime(item.from, store.timezone)}</s>
              <br />
              no longer free
            </p>
          </div>
          <p className="pr">
            <b>
              <s>{formatPrice(item.price, basket.currency)}</s>
            </b>
          </p>
        </div>
      ))}
      <dl className="tot">
        <div className="big">
          <dt>Total</dt>
          <dd>{formatAmount(basket.total, basket.currency)}</dd>
        </div>
      </dl>
    </aside>
  );
}

function Item({ item, store }: { item: Kept; store: Store }) {
  return (
    <div className="item">
      <span className="mini">
        <Art slug={item.picture} size="mini" />
      </span>
      <div>
        <h3>{item.title}</h3>
        <p>
          {formatSpan(item, store.timezone)}
          <br />
          {[item.person, item.salon].filter(Boolean).join(", ")}
          {item.places > 1 && `, ${item.places} places`}
        </p>
        <form action={giveUp} className="acts">
          <input type="hidden" name="itemId" value={item.id} />
          <button className="link" type="submit" name="slug" value={item.slug}>
            Choose another time
          </button>
          <button className="link" type="submit">
            Remove<span className="sr"> {item.title}</span>
          </button>
        </form>
      </div>
      <p className="pr">
        <b>{formatPrice(item.price, store.currency)}</b>
      </p>
    </div>
  );
}
