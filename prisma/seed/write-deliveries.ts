import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma-client/client";
import { createEndpoint, signWebhook } from "@/lib/webhooks";
import { demoFailure, type DemoEndpoint, type PlannedAttempt, type PlannedDelivery } from "./demo-endpoints";
import { pastTypeId } from "./past-id";
import type { Random } from "./random";
import type { WrittenEvent } from "./write-events";

const bornAfterMs = 25;

/** Makes the endpoint and all that its plan says became of the events. Returns its secret. */
export async function writeDeliveries(
  ctx: Ctx,
  endpoint: DemoEndpoint,
  events: WrittenEvent[],
  random: Random,
) {
  const { name, url, eventTypes } = endpoint;
  const { endpoint: made, secret } = await createEndpoint(ctx, { name, url, eventTypes });
  const wanted = events.filter(({ type }) => eventTypes.length === 0 || eventTypes.includes(type));
  const deliveries: Prisma.DeliveryCreateManyInput[] = [];
  const attempts: Prisma.AttemptCreateManyInput[] = [];
  for (const event of wanted) {
    const planned = endpoint.plan(event, random);
    if (!planned) continue;
    const delivery = toDelivery(ctx.storeId, made.id, event, planned);
    deliveries.push(delivery);
    const sent = { storeId: ctx.storeId, url: made.url, deliveryId: delivery.id, event, secret };
    attempts.push(...planned.attempts.map((attempt, i) => toAttempt(sent, attempt, i + 1)));
  }
  await db().delivery.createMany({ data: deliveries });
  await db().attempt.createMany({ data: attempts });
  await age(made.id, endpoint, deliveries);
  return secret;
}

function toDelivery(storeId: string, endpointId: string, event: WrittenEvent, planned: PlannedDelivery) {
  const bornAt = new Date(event.at.getTime() + bornAfterMs);
  const { status, attempts, dueAt, settledAt } = planned;
  const last = attempts.at(-1);
  const failures = attempts.filter(({ statusCode }) => statusCode !== 200).length;
  return {
    id: pastTypeId("dlv", bornAt),
    storeId,
    endpointId,
    eventId: event.id,
    status,
    priority: failures ? 2 : 1,
    dueAt,
    attempts: attempts.length,
    ladder: failures,
    lastFailure: last && last.statusCode !== 200 ? demoFailure : null,
    lastStatusCode: last?.statusCode,
    lastAttemptAt: last?.at,
    durationMs: last?.durationMs,
    createdAt: bornAt,
    settledAt,
  };
}

type Sent = { storeId: string; url: string; deliveryId: string; event: WrittenEvent; secret: string };

/** Signed as it would have been then. */
function toAttempt(
  { storeId, url, deliveryId, event, secret }: Sent,
  attempt: PlannedAttempt,
  number: number,
) {
  const { at, statusCode, durationMs } = attempt;
  const isDelivered = statusCode === 200;
  const timestampSeconds = Math.floor(at.getTime() / 1000);
  return {
    id: pastTypeId("att", at),
    storeId,
    deliveryId,
    number,
    outcome: isDelivered ? "delivered" : "failed",
    failure: isDelivered ? null : demoFailure,
    startedAt: at,
    durationMs,
    url,
    requestHeaders: signWebhook({ id: event.id, timestampSeconds, body: event.body, secrets: [secret] }),
    statusCode,
    responseHeaders: { "content-type": "text/plain" },
    responseBody: `${statusCode}\n`,
    remoteAddress: "127.0.0.1",
    timings: { connect: 1, firstByte: durationMs - 2, body: 1 },
  };
}

/** Gives the new endpoint the past that its deliveries imply. */
async function age(
  endpointId: string,
  { disabledAt }: DemoEndpoint,
  deliveries: Prisma.DeliveryCreateManyInput[],
) {
  const due = timesOf(deliveries.map(({ dueAt }) => dueAt));
  const delivered = deliveries.filter(({ status }) => status === "delivered");
  const successes = timesOf(delivered.map(({ settledAt }) => settledAt));
  const firstFailure = timesOf(
    deliveries.filter(({ status }) => status === "failed").map(({ createdAt }) => createdAt),
  );
  const born = timesOf(deliveries.map(({ createdAt }) => createdAt))[0];
  await db().endpoint.update({
    where: { id: endpointId },
    data: {
      ...(born ? { createdAt: new Date(born.getTime() - 86_400_000) } : {}),
      ...(disabledAt ? { disabledAt, disabledReason: "gone" } : {}),
    },
  });
  await db().endpointWork.update({
    where: { endpointId },
    data: {
      nextDueAt: due[0],
      troubled: firstFailure.length > 0,
      lastSuccessAt: successes.at(-1),
      firstFailureAt: firstFailure[0],
    },
  });
}

function timesOf(values: (Date | string | null | undefined)[]): Date[] {
  return values.filter((value) => value instanceof Date).sort((a, b) => a.getTime() - b.getTime());
}
