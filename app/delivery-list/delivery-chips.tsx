import { listHref } from "@/app/list-href";
import { AddFilter, ChosenFilter } from "@/components/ui/filter-chips";
import { Time } from "@/components/ui/time";
import { EventTypeFilter } from "@/components/webhooks/event-type-filter";
import { SubjectFilter } from "@/components/webhooks/subject-filter";
import { TimeFilter } from "@/components/ui/time-filter";
import { eventTypes } from "@/lib/events";
import { fromItsStart, type DeliveryQuery } from "./delivery-filter";

type DeliveryChipsProps = {
  path: string;
  query: DeliveryQuery;
  /** To choose from; none where the list is one endpoint's. */
  endpoints: { id: string; name: string }[];
};

/** The filters of a list, all in its URL: a dashed chip adds one, a solid one is one and goes when pressed. */
export function DeliveryChips({ path, query, endpoints }: DeliveryChipsProps) {
  const { type, endpoint, subject, from, to } = query;
  const href = (change: DeliveryQuery) => listHref(path, fromItsStart(query, change));
  const others = Object.entries(fromItsStart(query, {})).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return (
    <>
      <EventTypeFilter types={eventTypes} chosen={type} hrefOf={(one) => href({ type: one })} />
      {endpoint ? (
        <ChosenFilter name="endpoint" href={href({ endpoint: undefined })}>
          {endpoints.find(({ id }) => id === endpoint)?.name ?? "A deleted endpoint"}
        </ChosenFilter>
      ) : (
        endpoints.length > 0 && (
          <AddFilter
            name="Endpoint"
            choices={endpoints.map(({ id, name }) => ({ key: id, word: name, href: href({ endpoint: id }) }))}
          />
        )
      )}
      {subject ? (
        <ChosenFilter name="booking or order" href={href({ subject: undefined })}>
          Booking or order {subject}
        </ChosenFilter>
      ) : (
        <SubjectFilter path={path} query={Object.fromEntries(others)} />
      )}
      {from || to ? (
        <ChosenFilter name="time" href={href({ from: undefined, to: undefined })}>
          {from && <>Since {<Time iso={from} as="planned" />}</>}
          {from && to ? ", before " : to && "Before "}
          {to && <Time iso={to} as="planned" />}
        </ChosenFilter>
      ) : (
        <TimeFilter path={path} query={Object.fromEntries(others)} />
      )}
    </>
  );
}
