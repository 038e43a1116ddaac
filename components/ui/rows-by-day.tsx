import { Fragment, type ReactNode } from "react";
import { dayKey, formatDay } from "@/lib/platform/format-time";
import { DayRow } from "./table";

type RowsByDayProps<Item> = {
  items: Item[];
  /** When an item was, and by whose clock. */
  when: (item: Item) => { iso: string; zone: string };
  now: string;
  columns: number;
  row: (item: Item) => ReactNode;
};

/** The rows of a list in order of time, each day under its name. */
export const RowsByDay = <Item extends { id: string }>(props: RowsByDayProps<Item>) => {
  const { items, when, now, columns, row } = props;
  const days = items.map((item) => {
    const { iso, zone } = when(item);
    return { key: dayKey(iso, zone), name: formatDay(iso, { zone, now }) };
  });
  return items.map((item, index) => (
    <Fragment key={item.id}>
      {days[index]?.key !== days[index - 1]?.key && <DayRow columns={columns}>{days[index]!.name}</DayRow>}
      {row(item)}
    </Fragment>
  ));
};
