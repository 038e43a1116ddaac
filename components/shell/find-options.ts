import { whenText } from "@/components/booking/when-text";
import { statusWord } from "@/components/ui/status-badge";
import type { Glyph } from "@/components/ui/status-glyph";
import type { FoundBooking } from "@/lib/booking/contract";
import { formatMoment, formatPlanned, type Viewpoint } from "@/lib/platform/format-time";
import type { FoundInStore } from "@/lib/webhooks/contract";
import { rooms } from "./rooms";

export type Found = FoundBooking | FoundInStore;

/** A line of the find list: what it is, how it is, and where it leads. */
export type FindOption = { href: string; kind: string; title: string; detail?: string; glyph?: Glyph };

const idShape = /^(ep|evt|dlv|att)_[0-9a-z]{26}$/;

/** An id that was pasted whole: it opens at once. */
export const isWholeId = (q: string): boolean => idShape.test(q.trim());

const healthWords = { failing: "Failing", disabled: "Disabled", healthy: "Healthy" };
const healthGlyphs = { failing: "failed", disabled: "disabled", healthy: "delivered" } as const;

/** What was found in the store, as lines. */
export function foundOption(found: Found, base: string, view: Viewpoint): FindOption {
  switch (found.kind) {
    case "endpoint": {
      const { id, name, url, health } = found;
      const glyph = healthGlyphs[health];
      return {
        href: `${base}/endpoints/${id}`,
        kind: "Endpoint",
        title: name,
        detail: `${healthWords[health]}, ${url}`,
        glyph,
      };
    }
    case "delivery": {
      const { id, eventType, subjectName, endpointName, status, dueAt } = found;
      const retry = status === "failed" && dueAt ? `, retries ${formatPlanned(dueAt, view)}` : "";
      return {
        href: `${base}/deliveries/${id}`,
        kind: "Delivery",
        title: `${eventType} of ${subjectName} to ${endpointName}`,
        detail: `${statusWord(status)}${retry}`,
        glyph: status,
      };
    }
    case "event": {
      const { id, eventType, subjectName, createdAt } = found;
      const detail = formatMoment(createdAt, view);
      return {
        href: `${base}/events/${id}`,
        kind: "Event",
        title: `${eventType} of ${subjectName}`,
        detail,
      };
    }
    case "appointment": {
      const { id, name, customerName, product } = found;
      return {
        href: `${base}/appointments/${id}`,
        kind: "Appointment",
        title: `Appointment ${name}`,
        detail: [customerName, product, whenText(found)].filter(Boolean).join(", "),
      };
    }
    case "order": {
      const { id, name, customerName } = found;
      return { href: `${base}/orders/${id}`, kind: "Order", title: `Order ${name}`, detail: customerName };
    }
  }
}

/** Pages and what can be done there, by the words of their names; all of them for nothing. */
export function placeOptions(q: string, base: string, mayChange: boolean): FindOption[] {
  const pages = rooms.map(({ path, name }) => ({
    href: path ? `${base}/${path}` : base,
    kind: "Page",
    title: name,
  }));
  const lists = ["failed", "exhausted", "held", "pending"].map((status) => ({
    href: `${base}/deliveries?status=${status}`,
    kind: "Page",
    title: `Deliveries, ${status}`,
  }));
  const acts = mayChange ? [{ href: `${base}/endpoints/new`, kind: "Action", title: "Add endpoint" }] : [];
  const guides = { href: "/docs", kind: "Page", title: "Guides" };
  const words = q.trim().toLowerCase().split(/\s+/);
  return [...acts, ...pages, ...lists, guides].filter(({ title }) =>
    words.every((word) => title.toLowerCase().includes(word)),
  );
}
