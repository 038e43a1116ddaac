import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { StoreOrderDetail } from "@/lib/booking/contract";

const fulfillments: Record<StoreOrderDetail["fulfillmentStatus"], string> = {
  unfulfilled: "none of it has taken place",
  "partially-fulfilled": "part of it has taken place",
  fulfilled: "all of it has taken place",
};

export function OrderFacts({ order }: { order: StoreOrderDetail }) {
  const { id, name, createdAt, customerName, customer } = order;
  return (
    <Facts>
      <Fact name="Number">{name}</Fact>
      <Fact name="Customer">
        {customerName}
        {customer.email && customer.email !== customerName && (
          <span className="text-ink-3 block">{customer.email}</span>
        )}
        {customer.phone && <span className="text-ink-3 block">{customer.phone}</span>}
      </Fact>
      <Fact name="Made">
        <Time iso={createdAt} focusable />
      </Fact>
      <Fact name="Fulfilled">{fulfillments[order.fulfillmentStatus]}</Fact>
      <Fact name="Id">
        <span className="ident">{id}</span> <CopyButton text={id} what="the order id" />
      </Fact>
    </Facts>
  );
}
