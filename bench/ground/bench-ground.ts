import { createServer, type AddressInfo } from "node:net";
import pg from "pg";
import { exampleData } from "./example-data";
import { startHelper, type HelperProcess } from "./helper-process";
import { openOwnDatabase, type OwnDatabase } from "./own-database";
import { buildWorker } from "./product";
import { runSettings } from "./settings";
import type { Launcher } from "@/scripts/launch/launcher.mjs";

/** What every profile stands on: database, receiver, load and raw sender, each a process of its own. */
export type Ground = {
  launcher: Launcher;
  database: OwnDatabase;
  /** Counts and waits, by the role whose statements are not counted. */
  client: pg.Client;
  receiver: HelperProcess;
  receiverUrl: string;
  /** Nobody listens there. */
  deadUrl: string;
  load: HelperProcess;
  raw: HelperProcess;
  /** What the product's processes run with. */
  env: Record<string, string>;
  /** Of every event: an example of the real thing. */
  data: string;
};

export async function prepareGround(launcher: Launcher): Promise<Ground> {
  const database = await openOwnDatabase(launcher);
  await buildWorker(launcher);
  const { helper: receiver, first } = await startHelper<{ port: number }>(launcher, "receiver");
  const deadPort = await freePort();
  const targets = [first.port, deadPort].map((port) => `127.0.0.1:${port}`);
  const env = { ...runSettings(database.url), WEBHOOK_ALLOWED_TARGETS: targets.join(",") };
  Object.assign(process.env, env);
  const { helper: load } = await startHelper(launcher, "load", { BENCH_LOAD_URL: database.benchUrl });
  const { helper: raw } = await startHelper(launcher, "raw");
  const client = new pg.Client({ connectionString: database.benchUrl });
  await client.connect();
  await launcher.lastly(() => client.end());
  const [receiverUrl, deadUrl] = targets.map((target) => `http://${target}`);
  return {
    ...{ launcher, database, client, receiver, load, raw, env },
    receiverUrl: receiverUrl!,
    deadUrl: deadUrl!,
    data: exampleData,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
