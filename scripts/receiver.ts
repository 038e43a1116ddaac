/**
 * A webhook receiver for your own machine: `npm run receiver -- --secret whsec_…`. It prints and verifies what arrives, and
 * answers by the path. The endpoint's URL must be excepted where the sender runs: WEBHOOK_ALLOWED_TARGETS=127.0.0.1:4010
 */
import { parseArgs } from "node:util";
import { describeRequest } from "./receiver/describe-request";
import { replyHelp } from "./receiver/scripted-reply";
import { startReceiverServer } from "./receiver/receiver-server";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4010" },
    secret: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", short: "h", default: false },
  },
});
const usage = [
  "npm run receiver -- [--port 4010] [--secret whsec_… (more than one may be given)]",
  "OPENCALS_WEBHOOK_SECRET may hold secrets too, separated by commas.",
  "",
  ...replyHelp,
  "Any other path answers 200.",
];
if (values.help) {
  console.log(usage.join("\n"));
  process.exit(0);
}

const secrets = [...values.secret, ...(process.env.OPENCALS_WEBHOOK_SECRET ?? "").split(/[\s,]+/)].filter(
  Boolean,
);
const port = Number(values.port);
try {
  const server = await startReceiverServer({
    port,
    secrets,
    onRequest: (request) => console.log(describeRequest(request)),
  });
  console.log(`Listening on http://127.0.0.1:${server.port}`);
  if (secrets.length === 0)
    console.log("No secret was given, so signatures are not verified (--secret whsec_…).");
  console.log(`By path: ${replyHelp.join("\n         ")}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is taken: choose another with --port.` : (error as Error).message);
  process.exit(1);
}
