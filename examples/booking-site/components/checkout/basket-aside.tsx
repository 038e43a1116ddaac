import { giveUp } from "~/app/actions/basket";
import type { LostTime } from "~/lib/checkout/state";
import { formatAmount, formatDay, formatPrice, formatSpan, formatTime, formatWhere } from "~/lib/format";
import type { Basket, Kept, Store } from "~/lib/storefront/types";
import { TimeItem } from "../time-item";
import { Hold } from "./hold";

type Props = { basket: Basket; lost: LostTime[]; left: number; store: Store };

export function BasketAside({ basket, lost, left, store }: Props) {
  return (
    <aside className="right2" aria-label="Your basket">
      <Hold left={left} whole={store.holdSeconds} />
      {basket.items.map((item) => (
        <Item key={item.id} item={item} store={store} />
      ))}
      {lost.map(({ id, picture, title, from, price }) => (
        <TimeItem
          key={id}
          picture={picture}
          title={title}
          when={
            <>
              {formatDay(from, store.timezone)}, <s>{formatTime(from, store.timezone)}</s>
            </>
          }
          where="no longer free"
          price={
            <b>
              <s>{formatPrice(price, basket.currency)}</s>
            </b>
          }
          isLost
        />
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
    <TimeItem
      picture={item.picture}
      title={item.title}
      when={formatSpan(item, store.timezone)}
      where={formatWhere(item)}
      price={<b>{formatPrice(item.price, store.currency)}</b>}
    >
      <form action={giveUp} className="acts">
        <input type="hidden" name="itemId" value={item.id} />
        <button className="link" type="submit" name="slug" value={item.slug}>
          Choose another time
        </button>
        <button className="link" type="submit">
          Remove<span className="sr"> {item.title}</span>
        </button>
      </form>
    </TimeItem>
  );
}
