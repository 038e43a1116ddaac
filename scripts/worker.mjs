/** `npm run worker`: the engine and the relay in a process of their own, from the bundle that `npm run build` made. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, runCommand } from "./launch/failure.mjs";
import { projectRoot } from "./launch/launcher.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings();
  process.env.NODE_ENV ??= "production";
  const bundle = pathToFileURL(
    resolve(projectRoot, process.env.WORKER_DIST_DIR || ".build/worker", "worker.mjs"),
  );
  if (!existsSync(bundle)) throw new Failure("There is no worker yet: npm run build makes it.");
  await import(bundle.href);
});
