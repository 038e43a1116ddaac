import Link from "next/link";
import { Fragment } from "react";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import { formatDuration } from "@/lib/platform/format-figure";
import { dayKey, formatDay, type Viewpoint } from "@/lib/platform/format-time";
import type { DeliveryListItem } from "@/lib/webhooks/contract";
import { answerText } from "./answer-text";

type DeliveryTableProps = {
  deliveries: DeliveryListItem[];
  /** Where a delivery's page is: `${base}/${id}`. */
  base: string;
  view: Viewpoint;
  /** The endpoint's own list leaves it out. */
  withEndpoint: boolean;
};

export function DeliveryTable({ deliveries, base, view, withEndpoint }: DeliveryTableProps) {
  const columns = withEndpoint ? 9 : 8;
  return (
    <table className="sheet">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Status</th>
          <th scope="col">Event type</th>
          {withEndpoint && <th scope="col">Endpoint</th>}
          <th scope="col">Booking</th>
          <th scope="col">Answer</th>
          <th scope="col">Attempt</th>
          <th scope="col" className="num">
            Next retry
          </th>
          <th scope="col" className="num max-full:hidden">
            Took
          </th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery, index) => {
          const before = deliveries[index - 1];
          const isNewDay =
            !before || dayKey(before.createdAt, view.zone) !== dayKey(delivery.createdAt, view.zone);
          return (
            <Fragment key={delivery.id}>
              {isNewDay && (
                <tr className="day">
                  <th scope="colgroup" colSpan={columns}>
                    {formatDay(delivery.createdAt, view)}
                  </th>
                </tr>
              )}
              <DeliveryRow {...{ delivery, base, withEndpoint }} />
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

type DeliveryRowProps = Omit<DeliveryTableProps, "deliveries" | "view"> & { delivery: DeliveryListItem };

function DeliveryRow({ delivery, base, withEndpoint }: DeliveryRowProps) {
  const { id, status, createdAt, eventType, subjectName, endpointName, dueAt, durationMs } = delivery;
  return (
    <tr className="relative">
      <td data-at="right" className="text-ink-3">
        <Time iso={createdAt} as="clock" />
      </td>
      <td data-at="left">
        <StatusBadge status={status} />
      </td>
      <td data-at="left">
        <Link href={`${base}/${id}`} className="row-link ident font-[450] after:absolute after:inset-0">
          {eventType}
          <span className="sr-only">{` of ${subjectName} to ${endpointName}`}</span>
        </Link>
      </td>
      {withEndpoint && (
        <td data-at="right" className="text-ink-2 max-w-[16ch] truncate">
          {endpointName}
        </td>
      )}
      <td data-at="none" className="text-ink-2 tabular-nums">
        {subjectName}
      </td>
      <td data-at="none" className="tabular-nums">
        {answerText(delivery) ?? <None />}
      </td>
      <td data-at={withEndpoint ? "none" : "right"} className="text-ink-2 tabular-nums">
        {attemptText(delivery)}
      </td>
      <td data-at="none" className="num">
        {status === "failed" && dueAt ? <Time iso={dueAt} as="planned" /> : <None />}
      </td>
      <td data-at="none" className="num text-ink-2 max-full:hidden">
        {durationMs === null ? <None /> : formatDuration(durationMs)}
      </td>
    </tr>
  );
}

/** Of the default retry schedule; more are made only by hand. */
const attemptsMax = 10;

function attemptText({ status, attempts }: DeliveryListItem): string {
  if (attempts === 0) return status === "pending" ? "first attempt to come" : "none made";
  return status === "delivered" ? String(attempts) : `${attempts} of ${Math.max(attempts, attemptsMax)}`;
}

const None = () => (
  <span className="text-ink-3">
    <span aria-hidden="true">–</span>
    <span className="sr-only">none</span>
  </span>
);
