"use server";

import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { typeId } from "@/lib/platform/ids";
import { resendDeliveries } from "@/lib/webhooks";
import { resendMax } from "@/lib/webhooks/contract";

const Selection = z.object({ ids: z.array(typeId("dlv")).min(1).max(resendMax) });

export async function resendSelectedAction(slug: string, input: unknown) {
  return act(actingMember(slug), Selection, input, resendDeliveries);
}
