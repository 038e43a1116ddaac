"use server";

import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { answer } from "@/app/answer";
import { eventTypes } from "@/lib/events";
import { invalid } from "@/lib/platform/errors";
import { typeId } from "@/lib/platform/ids";
import { deleteEndpoint, disableEndpoint, enableEndpoint, getEndpoint, sendExample } from "@/lib/webhooks";
import { heldChoices } from "@/lib/webhooks/contract";

const Endpoint = z.object({ id: typeId("ep") });

export async function disableEndpointAction(slug: string, input: unknown) {
  return act(actingMember(slug), Endpoint, input, disableEndpoint);
}

export async function enableEndpointAction(slug: string, input: unknown) {
  const schema = Endpoint.extend({ held: z.enum(heldChoices, "Choose what becomes of them.") });
  return act(actingMember(slug), schema, input, enableEndpoint);
}

/** Draws nothing anew: the page that asked shows what is no more. */
export async function deleteEndpointAction(slug: string, input: unknown) {
  const { ctx } = await actingMember(slug);
  return answer(Endpoint.extend({ name: z.string() }), input, async ({ id, name }) => {
    const endpoint = await getEndpoint(ctx, id);
    if (name.trim() !== endpoint.name) throw invalid("name", `Its name is ${endpoint.name}.`);
    await deleteEndpoint(ctx, { id });
  });
}

export async function sendExampleAction(slug: string, input: unknown) {
  const schema = z.object({ endpointId: typeId("ep"), type: z.enum(eventTypes, "Choose an event type.") });
  return act(actingMember(slug), schema, input, sendExample);
}
