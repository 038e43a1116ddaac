"use server";

import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { answer } from "@/app/answer";
import { typeId, Uuid } from "@/lib/platform/ids";
import { endSecret, revealSecret, rotateSecret, switchRawBodySecret } from "@/lib/webhooks";
import { overlapHoursMax } from "@/lib/webhooks/contract";

const Endpoint = z.object({ endpointId: typeId("ep") });
const Secret = Endpoint.extend({ secretId: Uuid });
const Rotation = Endpoint.extend({ overlapHours: z.number().int().min(0).max(overlapHoursMax) });

/** Draws nothing anew: the page shows no more than before. */
export async function revealSecretAction(slug: string, endpointId: string, secretId: string) {
  const { ctx } = await actingMember(slug);
  return answer(Secret, { endpointId, secretId }, (secret) => revealSecret(ctx, secret));
}

export async function rotateSecretAction(slug: string, endpointId: string, overlapHours: number) {
  return act(actingMember(slug), Rotation, { endpointId, overlapHours }, rotateSecret);
}

export async function switchSecretAction(slug: string, endpointId: string) {
  return act(actingMember(slug), Endpoint, { endpointId }, switchRawBodySecret);
}

export async function endSecretAction(slug: string, endpointId: string, secretId: string) {
  return act(actingMember(slug), Secret, { endpointId, secretId }, endSecret);
}
