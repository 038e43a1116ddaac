import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./launcher.mjs";
import { step } from "./terminal.mjs";

/** Folders that are no part of what is built. */
const apart = new Set(
  "node_modules tests docs bench examples scripts prisma test-results playwright-report".split(" "),
);
const stamp = join(projectRoot, ".build", "sources.sha256");

/** Builds web and worker, unless the sources are those of the last build. */
export async function buildWhenChanged(launcher, { log }) {
  const hash = hashOfSources();
  const built = [join(projectRoot, ".next/BUILD_ID"), join(projectRoot, ".build/worker/worker.mjs"), stamp];
  if (built.every((path) => existsSync(path)) && readFileSync(stamp, "utf8") === hash) return;
  await step("Building web and worker (about a minute the first time)", () =>
    launcher.run("The build", ["scripts/build.mjs"], { env: { NODE_ENV: "production" }, log }),
  );
  mkdirSync(join(projectRoot, ".build"), { recursive: true });
  writeFileSync(stamp, hash);
}

function hashOfSources() {
  const hash = createHash("sha256").update(process.version);
  const ours = ["scripts/build.mjs", "scripts/build-worker.mjs"].map((path) => join(projectRoot, path));
  for (const path of [...ours, ...sourceFiles(projectRoot)]) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

function* sourceFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.endsWith(".md") || apart.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (entry.isFile() && !/\.tsbuildinfo$|^next-env\.d\.ts$/.test(entry.name)) yield path;
  }
}
