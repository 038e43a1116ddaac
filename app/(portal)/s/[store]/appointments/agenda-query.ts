import { z } from "zod";
import { isDay } from "@/components/booking/calendar-day";
import { agendaStatuses } from "@/lib/booking/contract";
import { Uuid } from "@/lib/platform/ids";

export const agendaViews = ["list", "day", "week"] as const;

/** What the book's URL says. Anything that is no filter is as if it were not there. */
const AgendaQuery = z.object({
  view: z.enum(agendaViews).optional().catch(undefined),
  /** The day shown; in the list, the only one. */
  date: z.string().refine(isDay).optional().catch(undefined),
  status: z.enum(agendaStatuses).optional().catch(undefined),
  staff: Uuid.optional().catch(undefined),
  location: Uuid.optional().catch(undefined),
  before: Uuid.optional().catch(undefined),
  after: Uuid.optional().catch(undefined),
});
export type AgendaQuery = z.infer<typeof AgendaQuery>;

export const readAgendaQuery = (query: Record<string, unknown>): AgendaQuery => AgendaQuery.parse(query);

/** The same filters, from the list's start on. */
export const fromStart = (query: AgendaQuery, change: AgendaQuery): AgendaQuery => ({
  ...query,
  before: undefined,
  after: undefined,
  ...change,
});
