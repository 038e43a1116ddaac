import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import {
  cancelRetries,
  disableEndpoint,
  enableEndpoint,
  resendDelivery,
  sweepWebhooks,
} from "@/lib/webhooks";
import { heldChoices, type DeliveryStatus, type HeldChoice } from "@/lib/webhooks/contract";
import { isOpen } from "@/lib/webhooks/delivery/status";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeEvent } from "../support/factories/event";
import { makeStore } from "../support/factories/store";
import { fileReceiver } from "../support/file-receiver";
import { deliver, drain, findDelivery, letLeasesEnd, letTimePass } from "../support/pipeline";

/** Three attempts, with waits that no drain sits out. */
const retryDelays = [60, 60];

let status = 200;

const receiver = await fileReceiver({ reply: (_, response) => response.writeHead(status).end() });

type Step =
  | { act: "answer"; status: 200 | 500 | 410 }
  | { act: "kill" | "disable" | "resend" | "cancel" }
  | { act: "enable"; held: HeldChoice };

/** The table of states, as simply as it can be said. */
type Model = {
  status: DeliveryStatus;
  ladder: number;
  attempts: number;
  interruptions: number;
  isDisabled: boolean;
  /** An attempt by itself is to come; and whether a drain would make it at once. */
  due: "none" | "now" | "later";
  /** An attempt by hand is to come. */
  byHand: boolean;
};

const fresh: Model = {
  status: "pending",
  ladder: 0,
  attempts: 0,
  interruptions: 0,
  isDisabled: false,
  due: "now",
  byHand: false,
};

const foresee: { [A in Step["act"]]: (model: Model, step: Extract<Step, { act: A }>) => Model } = {
  answer: (model, step) => {
    let after = letPass(model);
    while (!after.isDisabled && (after.byHand || after.due === "now")) after = attempt(after, step.status);
    return after;
  },
  kill: (model) => {
    const before = letPass(model);
    if (before.isDisabled || (!before.byHand && before.due !== "now")) return before;
    const cut = { ...before, attempts: before.attempts + 1, interruptions: before.interruptions + 1 };
    return before.interruptions >= 2 ? fail(cut) : cut;
  },
  disable: (model) => (model.isDisabled ? model : hold(model)),
  enable: (model, { held }) => {
    if (!model.isDisabled) return model;
    const enabled = { ...model, isDisabled: false };
    if (model.status !== "held") return enabled;
    return held === "discard"
      ? { ...enabled, status: "canceled" }
      : { ...enabled, status: "pending", due: "now" };
  },
  resend: (model) => (model.isDisabled || model.status === "held" ? model : { ...model, byHand: true }),
  cancel: (model) =>
    isOpen(model.status) || model.status === "held"
      ? { ...model, status: "canceled", due: "none", byHand: false }
      : model,
};

/** A resend keeps the planned time: only what is next comes nearer. */
const letPass = (model: Model): Model =>
  model.due === "later" && !model.byHand ? { ...model, due: "now" } : model;

const hold = (model: Model): Model => ({
  ...model,
  status: isOpen(model.status) ? "held" : model.status,
  due: "none",
  byHand: false,
  isDisabled: true,
});

function attempt(model: Model, answer: 200 | 500 | 410): Model {
  const made = { ...model, attempts: model.attempts + 1, interruptions: 0 };
  if (answer === 200) return { ...made, status: "delivered", due: "none", byHand: false };
  if (answer === 500) return fail(made);
  return hold({ ...made, ladder: made.ladder + (made.byHand ? 0 : 1) });
}

function fail(model: Model): Model {
  if (model.byHand)
    return { ...model, byHand: false, status: isOpen(model.status) ? "failed" : model.status };
  const ladder = model.ladder + 1;
  const isLast = ladder > retryDelays.length;
  return { ...model, ladder, status: isLast ? "exhausted" : "failed", due: isLast ? "none" : "later" };
}

async function carryOut(step: Step, { ctx, endpointId, id }: { ctx: Ctx; endpointId: string; id: string }) {
  const refused = () => {};
  if (step.act === "disable") return disableEndpoint(ctx, { id: endpointId });
  if (step.act === "enable") return enableEndpoint(ctx, { id: endpointId, held: step.held }).catch(refused);
  if (step.act === "resend") return resendDelivery(ctx, { id }).catch(refused);
  if (step.act === "cancel") return cancelRetries(ctx, { id }).catch(refused);
  await letTimePass(endpointId);
  if (step.act === "answer") {
    status = step.status;
    return drain(endpointId);
  }
  // A process that claims, and is never heard of again.
  await db()
    .$queryRaw`SELECT delivery_id FROM drain_next(${endpointId}, gen_random_uuid(), true, NULL, 50, false)`;
  await letLeasesEnd();
  await sweepWebhooks({ embedded: true });
}

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("answer" as const),
      status: fc.constantFrom(500 as const, 500 as const, 200 as const, 410 as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom("kill" as const, "disable" as const, "resend" as const, "cancel" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("enable" as const), held: fc.constantFrom(...heldChoices) }),
  },
);

test("no sequence of answers, kills and acts by hand leaves the table of states", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 9 }), async (steps) => {
      const { id: storeId } = await makeStore();
      // Troubled: its first attempt is the drain's as well.
      const endpoint = await makeEndpoint({
        storeId,
        url: receiver.url,
        retryDelays,
        work: { troubled: true },
      });
      const ctx: Ctx = { storeId, actor: { kind: "member", id: storeId, name: "Ines Claes", role: "owner" } };
      await makeEvent({ storeId });
      await deliver();
      const { id } = await findDelivery({ endpointId: endpoint.id });
      let model = fresh;
      for (const step of steps) {
        await carryOut(step, { ctx, endpointId: endpoint.id, id });
        model = foresee[step.act](model, step as never);
        const delivery = await findDelivery({ endpointId: endpoint.id });
        const { disabledAt } = await db().endpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
        expect({
          status: delivery.status,
          ladder: delivery.ladder,
          attempts: delivery.attempts,
          interruptions: delivery.interruptions,
          isDisabled: disabledAt !== null,
          isDue: delivery.dueAt !== null,
        }).toEqual({
          status: model.status,
          ladder: model.ladder,
          attempts: model.attempts,
          interruptions: model.interruptions,
          isDisabled: model.isDisabled,
          isDue: model.due !== "none" || model.byHand,
        });
        expect(delivery.claimId).toBeNull();
        expect(delivery.attemptRows.map(({ number }) => number)).toEqual(
          Array.from({ length: model.attempts }, (_, index) => index + 1),
        );
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
