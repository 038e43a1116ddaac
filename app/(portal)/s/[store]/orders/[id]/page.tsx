import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { OrderActions } from "@/components/booking/order-actions";
import { OrderFacts } from "@/components/booking/order-facts";
import { OrderHistory, OrderRefunds } from "@/components/booking/order-history";
import { OrderLines } from "@/components/booking/order-lines";
import { PaymentStatus, RefundStatus } from "@/components/booking/order-looks";
import { OrderPayments } from "@/components/booking/order-payments";
import { sayOrder } from "@/components/booking/say-order";
import { ToldEvents } from "@/components/booking/told-events";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { getStoreOrder } from "@/lib/booking";
import { listEventsOf, listReceivers } from "@/lib/webhooks";
import { Room } from "../../room";
import { narrowedBy } from "../../appointments/expected-event";
import { captureAction, markPaidAction, refundAction, voidAction } from "./actions";

export const metadata: Metadata = { title: "Order" };

export default async function OrderPage({ params }: PageProps<"/s/[store]/orders/[id]">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const { ctx } = member;
  const order = await orNotFound(getStoreOrder(ctx, { id }));
  const events = await listEventsOf(ctx, { subjectIds: [id] });
  const narrowing = narrowedBy(order.lines.flatMap(({ appointment }) => appointment ?? []));
  const base = `/s/${slug}`;
  return (
    <Room slug={slug} above={[{ name: "Orders", href: `${base}/orders` }]} here={order.name}>
      <PageHead
        title={
          <>
            Order {order.name} <span className="text-ink-3">of</span> {order.customerName}
          </>
        }
        actions={
          <OrderActions
            order={order}
            paidReceivers={await listReceivers(ctx, { type: "order.paid", ...narrowing })}
            refundReceivers={await listReceivers(ctx, { type: "order.refunded", ...narrowing })}
            capture={captureAction.bind(null, slug)}
            markPaid={markPaidAction.bind(null, slug)}
            voidPayment={voidAction.bind(null, slug)}
            refund={refundAction.bind(null, slug)}
            disabledReason={viewerReason(member, "change it")}
          />
        }
      >
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
          <PaymentStatus status={order.paymentStatus} />
          {order.refundStatus !== "unrefunded" && <RefundStatus status={order.refundStatus} />}
          <span className="text-ink-2">{sayOrder(order)}</span>
        </p>
      </PageHead>
      <div className="wide:grid-cols-[minmax(0,1fr)_300px] grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <Panel aria-labelledby="lines">
            <PanelHead id="lines" title="Lines" />
            <OrderLines order={order} base={`${base}/appointments`} />
          </Panel>
          <Panel aria-labelledby="payments">
            <PanelHead id="payments" title="Payments" />
            {order.transactions.length === 0 ? (
              <EmptyState title="No payment yet">Nothing was paid or authorized.</EmptyState>
            ) : (
              <OrderPayments transactions={order.transactions} currency={order.currency} />
            )}
          </Panel>
          {order.refunds.length > 0 && (
            <Panel aria-labelledby="refunds">
              <PanelHead id="refunds" title="Refunds" />
              <OrderRefunds refunds={order.refunds} currency={order.currency} />
            </Panel>
          )}
          <Panel aria-labelledby="events">
            <PanelHead id="events" title="Events and deliveries">
              <span className="text-ink-3">of the order</span>
            </PanelHead>
            <ToldEvents events={events} base={base} />
          </Panel>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <OrderFacts order={order} />
          {order.history.length > 0 && (
            <Panel aria-labelledby="history">
              <PanelHead id="history" title="History" />
              <OrderHistory history={order.history} />
            </Panel>
          )}
        </div>
      </div>
    </Room>
  );
}
