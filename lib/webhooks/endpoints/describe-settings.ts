import { listCustomHeaders, openCustomHeaders } from "../http/custom-headers";
import type { EndpointRow } from "./lock-endpoint";

/** A row with what its work keeps of the settings. */
export type SetEndpoint = EndpointRow & { cap: number };

type Detail = Record<string, string | number | boolean | null>;

/** Each setting's name for people, and how an audit entry tells it: never a header's value. */
const told: Record<string, { name: string; tell: (endpoint: SetEndpoint) => Detail[string] }> = {
  name: { name: "name", tell: ({ name }) => name },
  description: { name: "description", tell: ({ description }) => description || "none" },
  url: { name: "URL", tell: ({ url }) => url },
  eventTypes: { name: "event types", tell: ({ eventTypes }) => orAll(eventTypes) },
  retryDelays: { name: "retries", tell: ({ retryDelays }) => retryDelays.join(" ") || "none" },
  cap: { name: "requests at once", tell: ({ cap }) => cap },
  ratePerSecond: { name: "rate", tell: ({ ratePerSecond }) => ratePerSecond },
  ordered: { name: "order", tell: ({ ordered }) => ordered },
  customHeaders: { name: "headers", tell: (endpoint) => listCustomHeaders(endpoint).join(" ") || "none" },
  signsEd25519: { name: "Ed25519", tell: ({ signsEd25519 }) => signsEd25519 },
  locationIds: { name: "locations", tell: ({ locationIds }) => orAll(locationIds) },
  productIds: { name: "products", tell: ({ productIds }) => orAll(productIds) },
  staffMemberIds: { name: "staff members", tell: ({ staffMemberIds }) => orAll(staffMemberIds) },
  operationalTypes: {
    name: "operational events",
    tell: ({ operationalTypes }) => operationalTypes.join(" ") || "none",
  },
};

/** What an audit entry says of a change: the endpoint's name, what changed, and what each of those is now. */
export function describeChange(before: SetEndpoint, after: SetEndpoint): Detail {
  const changed = Object.entries(told).filter(
    ([key, { tell }]) =>
      tell(before) !== tell(after) || (key === "customHeaders" && headersOf(before) !== headersOf(after)),
  );
  return {
    name: after.name,
    ...Object.fromEntries(changed.map(([key, { tell }]) => [key, tell(after)])),
    changed: changed.map(([, { name }]) => name).join(", "),
  };
}

const orAll = (chosen: string[]) => chosen.join(" ") || "all";
const headersOf = (endpoint: SetEndpoint) => JSON.stringify(openCustomHeaders(endpoint));
