/** `npm run rotate-key`: re-encrypts what is under an older key of ENCRYPTION_KEYS. docs/configuration.md tells the whole. */
import { runCommand } from "./launch/failure.mjs";
import { importBundle } from "./launch/import-bundle.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings();
  await importBundle("rotate-key");
});
