import { formatCount, formatPlural } from "@/lib/platform/format-figure";
import { dayKey, type Viewpoint } from "@/lib/platform/format-time";
import type { EndpointListItem, Overview } from "@/lib/webhooks/contract";

type Said = {
  /** "1,071 of 1,174 deliveries arrived since yesterday afternoon." */
  arrived: string;
  /** "98 have not": what one must not overlook. */
  missing?: string;
  /** What follows: after `missing` it begins with its punctuation. */
  rest: string;
};

const nearlyAll = 0.9;

/** The day's deliveries in a sentence or two, before any figure. */
export function sayOverview({ counts, since, endpoints }: Overview, view: Viewpoint): Said {
  const { delivered, pending, held } = counts;
  const bad = counts.failed + counts.exhausted;
  const all = delivered + bad + pending + held;
  const when = sinceWhen(since, view);
  if (all === 0) return { arrived: `Nothing was to be delivered ${when}.`, rest: "" };
  const arrived =
    delivered === all
      ? `${all === 1 ? "The one delivery" : `All ${formatPlural(all, "delivery")}`} arrived ${when}.`
      : `${formatCount(delivered)} of ${formatPlural(all, "delivery")} arrived ${when}.`;
  const others: string[] = [];
  if (held > 0) {
    const owner = ownerOf(endpoints, "held", held);
    others.push(
      `${formatCount(held)} ${held === 1 ? "is" : "are"} held${owner ? ` for ${owner.name}` : ""}.`,
    );
  }
  if (pending > 0)
    others.push(pending === 1 ? "1 is on its way." : `${formatCount(pending)} are on their way.`);
  if (bad === 0) return { arrived, rest: others.join(" ") };
  return {
    arrived,
    missing: `${formatCount(bad)} ${bad === 1 ? "has" : "have"} not`,
    rest: [`${whereTo(ownerOf(endpoints, "failed", bad), bad)}.`, ...others].join(" "),
  };
}

type Owner = { name: string; hasAll: boolean };

/** Whose nearly all of them are, where they are one endpoint's. */
function ownerOf(endpoints: EndpointListItem[], kind: "failed" | "held", all: number): Owner | undefined {
  const of = ({ hours }: EndpointListItem) => hours.reduce((total, hour) => total + hour[kind], 0);
  const [worst] = endpoints.toSorted((a, b) => of(b) - of(a));
  if (!worst || of(worst) < all * nearlyAll) return undefined;
  return { name: worst.name, hasAll: of(worst) >= all };
}

function whereTo(owner: Owner | undefined, count: number): string {
  if (!owner) return "";
  if (count === 1) return `: it goes to ${owner.name}`;
  return `: ${owner.hasAll ? "all" : "nearly all"} go to ${owner.name}`;
}

/** "since yesterday afternoon". */
export function sinceWhen(iso: string, { zone, now }: Viewpoint): string {
  if (dayKey(iso, zone) === dayKey(now, zone)) return "since midnight";
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(
      new Date(iso),
    ),
  );
  if (hour < 6) return "since early yesterday";
  return `since yesterday ${hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening"}`;
}
