import type { ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildWhenChanged } from "@/scripts/launch/build-when-changed.mjs";
import { projectRoot, until, type Launcher } from "@/scripts/launch/launcher.mjs";

const workerFolder = ".build/bench-worker";
const logFolder = join(projectRoot, ".data", "logs");
const webPort = 4790;
export const webUrl = `http://127.0.0.1:${webPort}`;

/** Bundles the worker as `npm run build` does, apart from what is built already. */
export function buildWorker(launcher: Launcher): Promise<void> {
  return launcher.run("The worker's bundle", ["scripts/build-worker.mjs"], {
    env: { WORKER_DIST_DIR: workerFolder },
  });
}

/** The worker process, from the bundle. Resolves when it works. */
export async function startWorker(launcher: Launcher, env: Record<string, string>): Promise<ChildProcess> {
  mkdirSync(logFolder, { recursive: true });
  const log = join(logFolder, "bench-worker.log");
  const child: ChildProcess = launcher.start("The worker", ["scripts/worker.mjs"], {
    env: { ...env, WORKER_DIST_DIR: workerFolder },
    log,
    expendable: true,
  });
  await until(() => readFileSync(log, "utf8").includes("The worker is ready."), {
    timeoutMs: 30_000,
    message: `The worker did not get ready: see ${log}.`,
  });
  return child;
}

/** The web app, built anew where its sources changed, with the engine inside unless `env` says otherwise. Resolves when it answers. */
export async function startWeb(launcher: Launcher, env: Record<string, string>): Promise<ChildProcess> {
  mkdirSync(logFolder, { recursive: true });
  await buildWhenChanged(launcher, { log: join(logFolder, "bench-build.log") });
  const log = join(logFolder, "bench-web.log");
  const child: ChildProcess = launcher.start(
    "The web app",
    ["scripts/start.mjs", "-p", `${webPort}`, "-H", "127.0.0.1"],
    { env: { ENGINE_IN: "web", APP_URL: webUrl, ...env }, log, expendable: true },
  );
  const isUp = () =>
    fetch(`${webUrl}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isUp, { timeoutMs: 60_000, message: `The web app did not get ready: see ${log}.` });
  return child;
}
