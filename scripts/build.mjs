/** `npm run build`: the web app into .next (or NEXT_DIST_DIR) and the worker's bundle. Needs no database. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { projectRoot } from "./launch/launcher.mjs";

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
for (const args of [[next, "build"], ["scripts/build-worker.mjs"]]) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) process.exit(status ?? 1);
}
