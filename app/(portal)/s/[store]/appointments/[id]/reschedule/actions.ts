"use server";

import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { rescheduleAppointment, RescheduleInput } from "@/lib/booking";
import { Uuid } from "@/lib/platform/ids";

export async function rescheduleAction(slug: string, input: unknown) {
  const schema = RescheduleInput.extend({ id: Uuid });
  return act(
    actingMember(slug),
    schema,
    input,
    async (ctx, asked) => void (await rescheduleAppointment(ctx, asked)),
  );
}
