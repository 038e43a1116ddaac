import type { Member } from "@/app/(portal)/member";
import { RowKeys } from "@/components/ui/row-keys";
import { DeliveryTable } from "@/components/webhooks/delivery-table";
import { LiveRows } from "@/components/webhooks/live-rows";
import { ResendSelected } from "@/components/webhooks/resend-selected";
import { SelectionProvider } from "@/components/webhooks/selection";
import type { Viewpoint } from "@/lib/platform/format-time";
import type { DeliveryListItem } from "@/lib/webhooks/contract";
import { resendSelectedAction } from "./deliveries/actions";

type DeliveryRowsProps = {
  member: Member;
  items: DeliveryListItem[];
  view: Viewpoint;
  withEndpoint: boolean;
};

/** Deliveries to read, and to tick and resend by who may. */
export function DeliveryRows({ member, items, view, withEndpoint }: DeliveryRowsProps) {
  const { slug, role } = member.store;
  const mayResend = role !== "viewer";
  return (
    <SelectionProvider ids={items.map(({ id }) => id)}>
      {mayResend && <ResendSelected resend={resendSelectedAction.bind(null, slug)} />}
      <LiveRows rows={items.map(({ id, status }) => ({ id, status }))}>
        <RowKeys>
          <DeliveryTable
            deliveries={items}
            base={`/s/${slug}/deliveries`}
            view={view}
            withEndpoint={withEndpoint}
            selectable={mayResend}
          />
        </RowKeys>
      </LiveRows>
    </SelectionProvider>
  );
}
