/**
 * Generates the Prisma client after an install. The client needs no native engine, yet the CLI looks for one first and
 * would download it; naming any executable spares that. Without the CLI (a partial install) there is nothing to do.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
let cli;
try {
  cli = join(dirname(require.resolve("prisma/package.json")), "build/index.js");
} catch {
  console.log("prisma is not installed: the client is not generated.");
  process.exit(0);
}
const env = { ...process.env, CHECKPOINT_DISABLE: "1" };
env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
const run = spawnSync(process.execPath, [cli, "generate", "--no-hints"], { encoding: "utf8", env });
if (run.status !== 0) process.stderr.write(run.stdout + run.stderr);
process.exit(run.status ?? 1);
