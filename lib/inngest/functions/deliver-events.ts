import { z } from "zod";
import { attemptBatch, fanOut } from "@/lib/webhooks";
import { configuredEngine, inngest } from "../client";

const SequencedEvents = z.object({ positions: z.array(z.string().regex(/^\d+$/)) });

/** Where a process may freeze once it has answered, the step waits for every attempt; elsewhere slow ones go on by themselves. */
const patienceMs = configuredEngine === "embedded" ? 50 : Infinity;

/** The fast lane: a batch of events that have just got their sequence. */
export const deliverEvents = inngest.createFunction(
  {
    id: "deliver-events",
    triggers: [{ event: "webhooks/events.sequenced" }],
    // Both steps may run again: what was fanned out is not fanned out twice, what was claimed is attempted once.
    checkpointing: { bufferedSteps: 1000 },
  },
  async ({ event, step }) => {
    const { positions } = SequencedEvents.parse(event.data);
    const { batch } = await step.run("fan-out", () => fanOut(positions));
    await step.run("attempt", () => attemptBatch({ batch, patienceMs }));
  },
);
