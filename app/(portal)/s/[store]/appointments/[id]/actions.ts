"use server";

import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { cancelAppointment, confirmAppointment } from "@/lib/booking";
import { Uuid } from "@/lib/platform/ids";

const Booking = z.object({ id: Uuid, notifyCustomer: z.boolean() });

export async function confirmAction(slug: string, input: unknown) {
  return act(
    actingMember(slug),
    Booking,
    input,
    async (ctx, asked) => void (await confirmAppointment(ctx, asked)),
  );
}

export async function cancelAction(slug: string, input: unknown) {
  return act(
    actingMember(slug),
    Booking,
    input,
    async (ctx, asked) => void (await cancelAppointment(ctx, asked)),
  );
}
