"use server";

import { z } from "zod";
import { act } from "@/app/(portal)/act";
import { typeId } from "@/lib/platform/ids";
import { cancelRetries, resendDelivery } from "@/lib/webhooks";

const Delivery = z.object({ id: typeId("dlv") });

export async function resendAction(slug: string, input: unknown) {
  return act(slug, Delivery, input, resendDelivery);
}

export async function cancelRetriesAction(slug: string, input: unknown) {
  return act(slug, Delivery, input, cancelRetries);
}
