/** `npm run dev`: as the demo, from the sources: `next dev`, the worker restarted at each change, the receiver. */
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { applyMigrations } from "./apply-migrations.mjs";
import { runCommand } from "./launch/failure.mjs";
import { hasDemoData, makeDataFolder, openDatabase, removeInstallation } from "./launch/installation.mjs";
import { Launcher } from "./launch/launcher.mjs";
import { localSettings, receiverPort, receiverSettings } from "./launch/local-settings.mjs";
import { requireFreePort, step } from "./launch/terminal.mjs";

const { values } = parseArgs({ options: { reset: { type: "boolean" } } });
const port = Number(process.env.PORT ?? 3000);
const program = createRequire(import.meta.url).resolve;
const seed = ["--import", "tsx", "prisma/seed.ts"];
const receiver = ["--import", "tsx", "scripts/receiver.ts", "--port", `${receiverPort}`];

await runCommand(() => {
  const launcher = new Launcher();
  return launcher.during(async (interrupted) => {
    await requireFreePort(port, "127.0.0.1", "stop what listens there, or name another with PORT=3100.");
    await requireFreePort(receiverPort, "127.0.0.1", "the receiver needs it; stop what listens there.");
    if (values.reset) await step("Removing the earlier data", removeInstallation);
    makeDataFolder();
    const { databaseUrl, home } = await step("Starting the database", () => openDatabase(launcher));
    const env = localSettings({ databaseUrl, home, port });
    await step("Applying migrations", () => applyMigrations(databaseUrl));
    if (!(await hasDemoData(databaseUrl))) await launcher.run("The demo data", seed, { env });

    console.log(`\n  DATABASE_URL=${databaseUrl}\n`);
    launcher.start("The receiver", receiver, { env: receiverSettings(home) });
    launcher.start("The worker", [program("tsx/cli"), "watch", "--clear-screen=false", "worker/worker.ts"], {
      env,
    });
    launcher.start("next dev", [program("next/dist/bin/next"), "dev", "-p", `${port}`, "-H", "127.0.0.1"], {
      env,
    });
    await interrupted;
    console.log("\n  Stopping …");
  });
});
