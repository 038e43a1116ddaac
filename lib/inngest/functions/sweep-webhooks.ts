import { sweepWebhooks as sweep } from "@/lib/webhooks";
import { configuredEngine, inngest } from "../client";

const embedded = configuredEngine === "embedded";
/** The embedded engine starts a run every 15 s; a server's cron knows no less than a minute. */
const sweepsPerRun = embedded ? 1 : 4;

/** The promise behind every wake-up: what a lost trigger or a dead process left behind is found again. */
export const sweepWebhooks = inngest.createFunction(
  { id: "sweep-webhooks", triggers: [{ cron: "* * * * *" }], retries: 0 },
  async ({ step }) => {
    for (let sweepNumber = 1; sweepNumber <= sweepsPerRun; sweepNumber++) {
      if (sweepNumber > 1) await step.sleep(`wait-${sweepNumber}`, "15s");
      await step.run(`sweep-${sweepNumber}`, () => sweep({ embedded }));
    }
  },
);
