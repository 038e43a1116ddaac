import { z } from "zod";
import { drainEndpoint as drain } from "@/lib/webhooks";
import { configuredEngine, inngest } from "../client";

const DueEndpoint = z.object({ storeId: z.string(), endpointId: z.string(), dueAt: z.string() });

/** The embedded engine has few slots for drains, and each may have one for so long. */
const turnMs = configuredEngine === "embedded" ? 5_000 : Infinity;
/** Each call of a run replays all steps before it: a fresh run is cheaper from here on. */
const roundsMax = 50;

/** The slow lane: one run works an endpoint off, or finds that another one does. */
export const drainEndpoint = inngest.createFunction(
  { id: "drain-endpoint", triggers: [{ event: "webhooks/endpoint.due" }] },
  async ({ event, step }) => {
    const { endpointId, dueAt } = DueEndpoint.parse(event.data);
    for (let round = 1; round <= roundsMax; round++) {
      const isLast = round === roundsMax;
      const { goesOn } = await step.run(`drain-${round}`, () =>
        drain({ endpointId, dueAt: round === 1 ? dueAt : null, isLast, turnMs }),
      );
      if (!goesOn) return;
    }
  },
);
