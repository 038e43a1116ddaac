/** `npm run worker`: the engine and the relay in a process of their own, from the bundle that `npm run build` made. */
import { runCommand } from "./launch/failure.mjs";
import { importBundle } from "./launch/import-bundle.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings();
  process.env.NODE_ENV ??= "production";
  await importBundle("worker");
});
