/** Runs what is bundled beside the worker: `npm run create-store` and its like. docs/deploy.md tells of each. */
import { runCommand } from "./launch/failure.mjs";
import { importBundle } from "./launch/import-bundle.mjs";
import { requireSettings } from "./required-settings.mjs";

// The rest of the arguments is the bundle's own.
const [name] = process.argv.splice(2, 1);

await runCommand(async () => {
  requireSettings();
  await importBundle(name);
});
