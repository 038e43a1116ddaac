/** `npm run storefront-key`: lists, makes and revokes a store's storefront keys. docs/deploy.md tells the whole. */
import { runCommand } from "./launch/failure.mjs";
import { importBundle } from "./launch/import-bundle.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings();
  await importBundle("storefront-key");
});
