/** `npm start`: the built web app. Arguments go to `next start` (-p 3000 -H 127.0.0.1). */
import { createRequire } from "node:module";
import { runCommand } from "./launch/failure.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings();
  process.env.NODE_ENV = "production";
  // Next's own handler would not wait for the engine and for open streams; instrumentation.ts stops all of them.
  process.env.NEXT_MANUAL_SIG_HANDLE = "1";
  process.argv.splice(2, 0, "start");
  await import(createRequire(import.meta.url).resolve("next/dist/bin/next"));
});
