"use server";

import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { typeId } from "@/lib/platform/ids";
import { cancelRetries, resendDelivery } from "@/lib/webhooks";

const Delivery = z.object({ id: typeId("dlv") });

export async function resendAction(slug: string, input: unknown) {
  return act(actingMember(slug), Delivery, input, resendDelivery);
}

export async function cancelRetriesAction(slug: string, input: unknown) {
  return act(actingMember(slug), Delivery, input, cancelRetries);
}
