import { z } from "zod";
import { dayOf } from "~/lib/days";
import { freeDays } from "~/lib/free-days";
import { isFailure, readDay, readFreeSpans } from "~/lib/storefront";
import type { NoTimes, Times } from "~/lib/times";

const isZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
};

const Asked = z.object({
  variant: z.uuid(),
  salon: z.uuid(),
  zone: z.string().refine(isZone),
  /** Without it, the first day on which somebody is free. */
  day: z.iso.date().optional(),
  /** Also which days are free at all. */
  days: z.literal("1").optional(),
});

/** The panel's question: the times of a day, asked of the store once, now. */
export async function GET(request: Request): Promise<Response> {
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return answer({ message: "This is no question about times." }, 400);
  try {
    return answer(await readTimes(asked.data));
  } catch (error) {
    if (isFailure(error, "refused")) return answer({ message: error.message }, 400);
    if (isFailure(error, "not-found")) return answer({ message: error.message }, 404);
    if (isFailure(error, "unreachable")) return answer({ isUnreachable: true });
    throw error;
  }
}

async function readTimes({ variant, salon, zone, ...asked }: z.infer<typeof Asked>): Promise<Times> {
  const place = { variantId: variant, salonId: salon };
  const checkedAt = new Date().toISOString();
  const spans = asked.days || !asked.day ? await readFreeSpans(place) : undefined;
  const day = asked.day ?? firstDay(freeDays(spans ?? [], null, zone)) ?? dayOf(checkedAt, zone);
  return { day, slots: await readDay({ ...place, day, zone }), spans, checkedAt };
}

const firstDay = (days: Map<string, unknown>): string | undefined => [...days.keys()].toSorted()[0];

const answer = (body: Times | NoTimes | { message: string }, status = 200) =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });
