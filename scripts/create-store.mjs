/** `npm run create-store`: makes a store with its owner and its storefront key. docs/deploy.md tells the whole. */
import { runCommand } from "./launch/failure.mjs";
import { importBundle } from "./launch/import-bundle.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings();
  await importBundle("create-store");
});
