"use server";

import { z } from "zod";
import { act } from "@/app/act";
import { typeId } from "@/lib/platform/ids";
import { disableEndpoint, enableEndpoint, resendDeliveries, resendDelivery } from "@/lib/webhooks";
import { heldChoices, resendMax } from "@/lib/webhooks/contract";
import { actingInStore } from "./supported-store";

/** That there is a reason, and not too long a one, each verb sees to itself. */
const reason = z.string();
const Endpoint = z.object({ id: typeId("ep"), reason });

export async function resendAction(slug: string, input: unknown) {
  const tooMany = `Choose at most ${resendMax} deliveries at once.`;
  const schema = z.object({ ids: z.array(typeId("dlv")).min(1).max(resendMax, tooMany), reason });
  return act(actingInStore(slug), schema, input, resendDeliveries);
}

/** As the other, but the audit log names the delivery, and one that cannot be resent is refused. */
export async function resendOneAction(slug: string, input: unknown) {
  const schema = z.object({ ids: z.tuple([typeId("dlv")]), reason });
  return act(actingInStore(slug), schema, input, async (ctx, { ids: [id], reason: why }) => {
    const { outcome } = await resendDelivery(ctx, { id, reason: why });
    return outcome === "due"
      ? { resent: 1, skipped: [] }
      : { resent: 0, skipped: [{ id, why: "An attempt is under way." }] };
  });
}

export async function disableEndpointAction(slug: string, input: unknown) {
  return act(actingInStore(slug), Endpoint, input, disableEndpoint);
}

export async function enableEndpointAction(slug: string, input: unknown) {
  const schema = Endpoint.extend({ held: z.enum(heldChoices, "Choose what becomes of them.") });
  return act(actingInStore(slug), schema, input, enableEndpoint);
}
