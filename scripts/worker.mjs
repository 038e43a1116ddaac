/** `npm run worker`: the engine and the relay in a process of their own, from the bundle that `npm run build` made. */
import { setFlagsFromString } from "node:v8";
import { runCommand } from "./launch/failure.mjs";
import { importBundle } from "./launch/import-bundle.mjs";
import { requireSettings } from "./required-settings.mjs";

// What waits for its answer outlives the young generation: left to itself, the heap grows to thrice what is in use before it is swept.
setFlagsFromString("--heap-growing-percent=50");

await runCommand(async () => {
  requireSettings();
  process.env.NODE_ENV ??= "production";
  await importBundle("worker");
});
