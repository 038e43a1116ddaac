import { mkdirSync } from "node:fs";
import { Launcher, until } from "../../scripts/launch/launcher.mjs";
import { freePort } from "../support/free-port";
import { testEnvironment } from "../support/test-environment";

/** What the app's processes said. */
const logs = ".build/reports";

type AppInput = { databaseUrl: string; allowedTargets?: string[]; worker?: boolean };

/** The built app on a port of its own: a web server and, where asked, a worker; without it the engine runs in the web process. */
export async function runApp({ databaseUrl, allowedTargets = [], worker = false }: AppInput) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    ...testEnvironment,
    NODE_ENV: "production",
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
    WORKER_DIST_DIR: process.env.WORKER_DIST_DIR ?? ".build/worker-test",
    DATABASE_URL: databaseUrl,
    APP_URL: url,
    ENGINE_IN: worker ? "worker" : "web",
    WEBHOOK_ALLOWED_TARGETS: allowedTargets.join(","),
    SIGN_IN_RATE_LIMIT: "1000",
    MAIL_INBOX: "1",
    LOG_LEVEL: "error",
  };
  mkdirSync(logs, { recursive: true });
  const log = (name: string) => `${logs}/${name}-${port}.log`;
  const launcher = new Launcher();
  launcher.start("The web server", ["scripts/start.mjs", "-p", String(port), "-H", "127.0.0.1"], {
    env: settings,
    log: log("web"),
  });
  if (worker) launcher.start("The worker", ["scripts/worker.mjs"], { env: settings, log: log("worker") });
  await until(() => statusOf(`${url}/api/health`).then((status) => status === 200), {
    timeoutMs: 60_000,
    message: `The app did not get ready within a minute: see ${log("web")}.`,
  });
  return { url, settings, stop: () => launcher.stop() };
}

/** The status that `url` answers with, or 0 where nothing answers. */
export async function statusOf(url: string): Promise<number> {
  return fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.status,
    () => 0,
  );
}
