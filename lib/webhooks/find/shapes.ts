import type { DeliveryStatus } from "../deliveries/shapes";
import type { EndpointHealth } from "../endpoints/shapes";

/** One thing of a store that a search found, and how it is. Times are ISO strings. */
export type FoundInStore =
  | { kind: "endpoint"; id: string; name: string; url: string; health: Exclude<EndpointHealth, "new"> }
  | {
      kind: "delivery";
      id: string;
      eventType: string;
      subjectName: string;
      endpointName: string;
      status: DeliveryStatus;
      /** When the next attempt is; null: none is planned. */
      dueAt: string | null;
    }
  | { kind: "event"; id: string; eventType: string; subjectName: string; createdAt: string };
