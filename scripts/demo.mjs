/**
 * `npm run demo`: database, migrations, demo data, production builds, web, worker, receiver and booking site, in one terminal.
 * `-- --reset` starts anew; `-- --host 0.0.0.0` shows it to the network; PORT names another port than 3000.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { applyMigrations } from "./apply-migrations.mjs";
import { buildSiteWhenChanged, buildWhenChanged } from "./launch/build-when-changed.mjs";
import { runCommand } from "./launch/failure.mjs";
import { printGuide } from "./launch/guide.mjs";
import {
  dataFolder,
  hasDemoData,
  makeDataFolder,
  openDatabase,
  removeInstallation,
} from "./launch/installation.mjs";
import { Launcher, until } from "./launch/launcher.mjs";
import {
  localSettings,
  receiverPort,
  receiverSettings,
  sitePort,
  siteSettings,
} from "./launch/local-settings.mjs";
import { requireFreePort, step } from "./launch/terminal.mjs";

const { values } = parseArgs({
  options: { reset: { type: "boolean" }, host: { type: "string", default: "127.0.0.1" } },
});
const port = Number(process.env.PORT ?? 3000);
const log = (name) => join(dataFolder, "logs", `${name}.log`);
const seed = ["--import", "tsx", "prisma/seed.ts"];
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const site = [next, "start", "examples/booking-site", "-p", `${sitePort}`];
const receiver = ["--import", "tsx", "scripts/receiver.ts", "--port", `${receiverPort}`];

await runCommand(() => {
  const launcher = new Launcher();
  return launcher.during(async (interrupted) => {
    console.log("\nOpencals Webhooks, the demo\n");
    await requireFreePort(port, values.host, "stop what listens there, or name another with PORT=3100.");
    await requireFreePort(
      receiverPort,
      "127.0.0.1",
      "the demo's receiver needs it; stop what listens there.",
    );
    await requireFreePort(sitePort, values.host, "the booking site needs it; stop what listens there.");
    if (values.reset) await step("Removing the earlier data", removeInstallation);
    makeDataFolder();

    const { databaseUrl, home } = await step("Starting the database", () => openDatabase(launcher));
    const env = { ...localSettings({ databaseUrl, home, port }), NODE_ENV: "production" };
    await step("Applying migrations", () => applyMigrations(databaseUrl));
    if (!(await hasDemoData(databaseUrl))) {
      await step("Making the demo data", () =>
        launcher.run("The demo data", seed, { env, log: log("seed") }),
      );
    }
    await buildWhenChanged(launcher, { log: log("build") });
    await buildSiteWhenChanged(launcher, { log: log("build-site") });

    await step("Starting web, worker, receiver and booking site", async () => {
      launcher.start("The receiver", receiver, { env: receiverSettings(home), log: log("receiver") });
      launcher.start("The worker", ["scripts/worker.mjs"], { env, log: log("worker") });
      launcher.start("The web server", ["scripts/start.mjs", "-p", `${port}`, "-H", values.host], {
        env,
        log: log("web"),
      });
      launcher.start("The booking site", [...site, "-H", values.host], {
        env: siteSettings({ home, port }),
        log: log("booking-site"),
      });
      await until(() => areUp(port), {
        timeoutMs: 60_000,
        message: `The app did not get ready within a minute: see ${dataFolder}/logs.`,
      });
    });
    printGuide(env);
    await interrupted;
    console.log("\n  Stopping …");
  });
});

async function areUp(port) {
  const urls = [`http://127.0.0.1:${port}/api/health`, `http://127.0.0.1:${sitePort}/webhooks`];
  const answers = urls.map((url) => fetch(url, { signal: AbortSignal.timeout(2_000) }));
  return Promise.all(answers).then(
    (responses) => responses.every((response) => response.ok),
    () => false,
  );
}
