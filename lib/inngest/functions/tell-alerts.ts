import { tellAlerts as tell } from "@/lib/webhooks";
import { inngest } from "../client";

/** Each minute: mails and events about endpoints that fail, are disabled or have recovered. */
export const tellAlerts = inngest.createFunction(
  { id: "tell-alerts", triggers: [{ cron: "* * * * *" }], retries: 0 },
  ({ step }) => step.run("tell", () => tell()),
);
