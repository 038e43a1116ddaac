import { AddFilter, ChosenFilter } from "@/components/ui/filter-chips";

type EventTypeFilterProps<Type extends string> = {
  types: readonly Type[];
  chosen: Type | undefined;
  hrefOf: (type: Type | undefined) => string;
};

/** Narrows a list to one type of event. */
export const EventTypeFilter = <Type extends string>({
  types,
  chosen,
  hrefOf,
}: EventTypeFilterProps<Type>) =>
  chosen ? (
    <ChosenFilter name="event type" href={hrefOf(undefined)}>
      <span className="ident">{chosen}</span>
    </ChosenFilter>
  ) : (
    <AddFilter
      name="Event type"
      choices={types.map((type) => ({
        key: type,
        word: <span className="ident">{type}</span>,
        href: hrefOf(type),
      }))}
    />
  );
