import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "./failure.mjs";
import { projectRoot } from "./launcher.mjs";

/** Runs one of the programs that `npm run build` bundled beside the worker. */
export async function importBundle(name) {
  const file = resolve(projectRoot, process.env.WORKER_DIST_DIR || ".build/worker", `${name}.mjs`);
  if (!existsSync(file)) throw new Failure(`There is no ${name} yet: npm run build makes it.`);
  await import(pathToFileURL(file).href);
}
