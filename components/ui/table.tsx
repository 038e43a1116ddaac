import clsx from "clsx";
import type { ComponentProps } from "react";

/**
 * A table on the desk, two-line rows on a phone. The roles are written out because a browser forgets them where a row is
 * laid out as anything but a row.
 */
export const Table = ({ roomy, ticked, ...rest }: ComponentProps<"table"> & TableLook) => (
  <table role="table" {...rest} className={clsx("sheet", roomy && "roomy", ticked && "ticked")} />
);

type TableLook = {
  roomy?: boolean;
  /** Its first column has a box to tick. */
  ticked?: boolean;
};

export const TableHead = ({ children }: ComponentProps<"thead">) => (
  <thead role="rowgroup">
    <tr role="row">{children}</tr>
  </thead>
);

export const TableBody = (props: ComponentProps<"tbody">) => <tbody role="rowgroup" {...props} />;

/** The whole row opens: its link covers it (`rowLink`). */
export const Row = (props: ComponentProps<"tr">) => <tr role="row" {...props} className="relative" />;

export const rowLink = "row-link after:absolute after:inset-0";

type Place = {
  /** The number's side of the column. */
  numeric?: boolean;
  /** Dropped first where the page is narrow. */
  spare?: boolean;
};

export const HeadCell = ({ numeric, spare, ...rest }: ComponentProps<"th"> & Place) => (
  <th
    role="columnheader"
    scope="col"
    {...rest}
    className={clsx(numeric && "num", spare && "max-full:hidden")}
  />
);

/** `at` says where the cell goes in a phone's row; without it, it is left out there. */
export function Cell({
  at = "none",
  numeric,
  spare,
  className,
  ...rest
}: ComponentProps<"td"> & Place & { at?: "tick" | "left" | "right" | "wide" | "none" }) {
  return (
    <td
      role="cell"
      data-at={at}
      {...rest}
      className={clsx(className, numeric && "num", spare && "max-full:hidden")}
    />
  );
}

/** Parts the days of a list. */
export const DayRow = ({ columns, children }: { columns: number; children: string }) => (
  <tr role="row" className="day">
    <th role="rowheader" scope="colgroup" colSpan={columns}>
      {children}
    </th>
  </tr>
);

export const NoValue = ({ word = "none" }: { word?: string }) => (
  <span className="text-ink-3">
    <span aria-hidden="true">–</span>
    <span className="sr-only">{word}</span>
  </span>
);
