"use server";

import { z } from "zod";
import { act } from "@/app/(portal)/act";
import { typeId } from "@/lib/platform/ids";
import { resendDeliveries } from "@/lib/webhooks";
import { resendMax } from "@/lib/webhooks/contract";

const Selection = z.object({ ids: z.array(typeId("dlv")).min(1).max(resendMax) });

export async function resendSelectedAction(slug: string, input: unknown) {
  return act(slug, Selection, input, resendDeliveries);
}
