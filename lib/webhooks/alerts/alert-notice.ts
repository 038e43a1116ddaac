import type { MailContent } from "@/lib/mail";
import type { Turn } from "./turn";

/** What the people who look after a store's webhooks are told of a turn; `portal` is where the portal is reached. */
export function alertNotice(turn: Turn, portal: string): { subject: string; content: MailContent } {
  const { store, endpoint, deliveryId, failure, event, by } = turn;
  const { word, title, paragraphs } = sayings[turn.kind](turn);
  const base = `${portal}/s/${store.slug}`;
  const action =
    turn.kind === "disabled" || turn.kind === "recovered" || !deliveryId
      ? { label: `Open ${endpoint.name}`, url: `${base}/endpoints/${endpoint.id}` }
      : { label: "See the delivery", url: `${base}/deliveries/${deliveryId}` };
  const facts = [
    { label: "Endpoint", value: `${endpoint.name}, ${placeOf(endpoint.url)}` },
    ...(event ? [{ label: "Event", value: `${event.type}, ${event.subjectName}` }] : []),
    ...(failure ? [{ label: "What failed", value: sayFailure(failure) }] : []),
    ...(by?.reason ? [{ label: "Reason", value: by.reason }] : []),
  ];
  return {
    subject: `${word}: ${endpoint.name} (${store.name})`,
    content: {
      title,
      paragraphs,
      sections: [{ facts }],
      action,
      closing: `You get this as an owner or developer of ${store.name}.`,
    },
  };
}

type Saying = { word: string; title: string; paragraphs: string[] };

const sayings: Record<Turn["kind"], (turn: Turn) => Saying> = {
  failing: ({ endpoint: { name } }) => ({
    word: "Failing",
    title: `${name} is failing`,
    paragraphs: [
      `Deliveries to ${name} fail one after another. Each is retried by itself, and nothing is lost. You hear from us again when it has recovered, or before it is disabled.`,
    ],
  }),
  "disabling-soon": ({ endpoint: { name }, disablesAt, store }) => ({
    word: "Will be disabled",
    title: `${name} will be disabled`,
    paragraphs: [
      `Nothing has reached ${name} for days. Unless a delivery succeeds, it is disabled${disablesAt ? ` on ${momentOf(disablesAt, store.timezone)}` : " soon"}.`,
      "Its events are held from then on, not lost.",
    ],
  }),
  disabled: ({ endpoint: { name, disabledReason }, by }) => ({
    word: "Disabled",
    title: `${name} is disabled`,
    paragraphs: [
      by
        ? `${by.name} has disabled ${name}, so nothing more is sent to it.`
        : disabledReason === "gone"
          ? `${name} answered 410 Gone, which says that nothing is wanted there any more. So nothing more is sent to it.`
          : `Nothing has reached ${name} for five days, so nothing more is sent to it.`,
      "Its events are held, not lost. When you enable it you choose whether they are sent.",
    ],
  }),
  recovered: ({ endpoint: { name } }) => ({
    word: "Recovered",
    title: `${name} has recovered`,
    paragraphs: [`A delivery to ${name} has succeeded. What failed before is retried by itself.`],
  }),
};

const sayFailure = ({ statusCode, happened }: NonNullable<Turn["failure"]>) =>
  statusCode === null ? happened : `HTTP ${statusCode}: ${happened}`;

/** Without its query, which may hold a key. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

const momentOf = (at: Date, zone: string): string =>
  `${new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "full", timeStyle: "short" }).format(at).replace(",", "")} (${zone.replaceAll("_", " ")})`;
