import { recordPeerAddresses } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { startEngine } from "./start-engine";
import { stopOnSignals } from "./stop-on-signals";
import { wireProcess } from "./wire-process";

/** A web process. It does the background work too where ENGINE_IN says so; requests do not wait for the database. */
export async function startWeb(): Promise<void> {
  recordPeerAddresses();
  wireProcess();
  stopOnSignals();
  if (env().ENGINE_IN === "web") await startEngine();
}

/** A worker process. Resolves when it works. */
export async function startWorker(): Promise<void> {
  wireProcess();
  stopOnSignals();
  const { ready } = await startEngine();
  await ready;
}
