import { listHref } from "@/app/list-href";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { paymentWords, refundWords } from "@/components/booking/order-looks";
import { OrderTable } from "@/components/booking/order-table";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { AddFilter, ChosenFilter } from "@/components/ui/filter-chips";
import { NewestFirstPager } from "@/components/ui/newest-first-pager";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { Segments } from "@/components/ui/segments";
import { EmptyState, NothingYet } from "@/components/ui/states";
import { listStoreOrders } from "@/lib/booking";
import { payments, refunds, type OrderQuery } from "./order-query";

const take = 50;

/** The store's orders, newest first, by its filters and page by page. */
export async function OrderList({ slug, query }: { slug: string; query: OrderQuery }) {
  const { ctx, store } = await currentMember(slug);
  const path = `/s/${slug}/orders`;
  const { payment, refund, before, after } = query;
  const filter = { paymentStatus: payment, refundStatus: refund };
  const { items, next, previous } = await listStoreOrders(ctx, { ...filter, before, after, take });
  const href = (change: OrderQuery) => listHref(path, { payment, refund, ...change });
  const isNarrowed = Boolean(payment ?? refund);
  if (items.length === 0 && !isNarrowed)
    return <NothingYet title="No orders yet">The first checkout on your site makes one.</NothingYet>;
  return (
    <>
      <FilterBar>
        <Segments
          label="Payment"
          segments={[
            { label: "All", href: href({ payment: undefined }), chosen: !payment },
            ...payments.map((one) => ({
              label: paymentWords[one],
              href: href({ payment: one }),
              chosen: payment === one,
            })),
          ]}
        />
        {refund ? (
          <ChosenFilter name="refund" href={href({ refund: undefined })}>
            {refundWords[refund]}
          </ChosenFilter>
        ) : (
          <AddFilter
            name="Refund"
            choices={refunds.map((one) => ({
              key: one,
              word: refundWords[one],
              href: href({ refund: one }),
            }))}
          />
        )}
      </FilterBar>
      <Panel aria-label="Orders" key={href({})}>
        {items.length === 0 ? (
          <EmptyState title="Nothing matches" action={<ButtonLink href={path}>Show all</ButtonLink>}>
            No order has these statuses.
          </EmptyState>
        ) : (
          <RowKeys>
            <OrderTable orders={items} base={path} view={await readViewpoint(store.timezone)} />
          </RowKeys>
        )}
        <NewestFirstPager shown={items.length} previous={previous} next={next} hrefOf={href} />
      </Panel>
    </>
  );
}
