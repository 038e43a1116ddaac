import type { ReactNode } from "react";
import { RowKeys } from "@/components/ui/row-keys";
import { DeliveryTable } from "@/components/webhooks/delivery-table";
import { LiveRows } from "@/components/webhooks/live-rows";
import { SelectionProvider } from "@/components/webhooks/selection";
import type { Viewpoint } from "@/lib/platform/format-time";
import type { DeliveryListItem } from "@/lib/webhooks/contract";

type DeliveryRowsProps = {
  items: DeliveryListItem[];
  /** Where a delivery's page is: `${base}/${id}`. */
  base: string;
  view: Viewpoint;
  withEndpoint: boolean;
  /** What can be done with what is ticked; without it nothing can be. */
  bar?: ReactNode;
};

/** Deliveries to read, and to tick where something can be done with them. */
export const DeliveryRows = ({ items, base, view, withEndpoint, bar }: DeliveryRowsProps) => (
  <SelectionProvider ids={items.map(({ id }) => id)}>
    {bar}
    <LiveRows rows={items.map(({ id, status }) => ({ id, status }))}>
      <RowKeys>
        <DeliveryTable
          deliveries={items}
          base={base}
          view={view}
          withEndpoint={withEndpoint}
          selectable={Boolean(bar)}
        />
      </RowKeys>
    </LiveRows>
  </SelectionProvider>
);
