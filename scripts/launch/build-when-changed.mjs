import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "./launcher.mjs";
import { step } from "./terminal.mjs";

/** Folders that are no part of what is built. */
const apart = new Set(
  "node_modules tests docs bench examples scripts prisma test-results playwright-report".split(" "),
);
const site = "examples/booking-site";

/** Builds web and worker, unless the sources are those of the last build. */
export function buildWhenChanged(launcher, { log }) {
  return buildUnlessDone(launcher, {
    title: "Building web and worker (about a minute the first time)",
    args: ["scripts/build.mjs"],
    sources: ["scripts/build.mjs", "scripts/build-worker.mjs", "."],
    made: [".next/BUILD_ID", ".build/worker/worker.mjs", ".build/worker/storefront-key.mjs"],
    stamp: "sources.sha256",
    log,
  });
}

/** Builds the example booking site, unless its sources are those of the last build. */
export function buildSiteWhenChanged(launcher, { log }) {
  return buildUnlessDone(launcher, {
    title: "Building the booking site",
    args: [createRequire(import.meta.url).resolve("next/dist/bin/next"), "build", site],
    sources: ["package-lock.json", site],
    made: [`${site}/.next/BUILD_ID`],
    stamp: "booking-site.sha256",
    log,
  });
}

async function buildUnlessDone(launcher, { title, args, sources, made, stamp, log }) {
  const hash = hashOf(sources);
  const stampFile = join(projectRoot, ".build", stamp);
  const done = [...made.map((path) => join(projectRoot, path)), stampFile].every((path) => existsSync(path));
  if (done && readFileSync(stampFile, "utf8") === hash) return;
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await step(title, () => launcher.run(title, args, { env, log }));
  mkdirSync(join(projectRoot, ".build"), { recursive: true });
  writeFileSync(stampFile, hash);
}

function hashOf(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const path of sourceFiles(join(projectRoot, source))) hash.update(path).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function* sourceFiles(path) {
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name.endsWith(".md") || apart.has(entry.name)) continue;
    if (entry.isDirectory()) yield* sourceFiles(join(path, entry.name));
    else if (entry.isFile() && !/\.tsbuildinfo$|^next-env\.d\.ts$/.test(entry.name))
      yield join(path, entry.name);
  }
}
