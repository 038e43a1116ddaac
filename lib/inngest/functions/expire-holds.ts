import { expireHolds as expire } from "@/lib/booking";
import { inngest } from "../client";

/** Frees slots whose hold has run out, each minute. */
export const expireHolds = inngest.createFunction(
  { id: "expire-holds", triggers: [{ cron: "* * * * *" }] },
  ({ step }) => step.run("expire", () => expire()),
);
