import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { serve as serveHttp } from "inngest/node";
import { sendTriggers, startEmbeddedEngine, type EngineOptions } from "@/lib/engine";
import { inProcessClient } from "@/lib/inngest/client";
import { InProcessWire } from "@/lib/inngest/in-process-wire";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { scenarioFunctions } from "./scenario-functions";

// What is thrown here on purpose is no news.
log.level = "fatal";

const appId = "conformance";

/** Shorter waits than in earnest, on the same paths. */
export const hasty = { heartbeatMs: 300, silenceMs: 1_500, pollMs: 200, retryDelaysMs: [200] };

export type ScenarioEngine = { ready: Promise<unknown>; stop: () => Promise<void> };

/** The scenarios on whichever engine `INNGEST_SCENARIOS` asks for. */
export const startScenarios = (options: Partial<EngineOptions> = {}): Promise<ScenarioEngine> =>
  process.env.INNGEST_SCENARIOS ? startOnServer() : startEmbedded(options);

export async function startEmbedded(
  options: Partial<EngineOptions> = {},
  functionsOf: (client: Inngest) => InngestFunction.Like[] = scenarioFunctions,
): Promise<ScenarioEngine> {
  const wire = new InProcessWire();
  const client = inProcessClient(appId, wire);
  const handler = serve({ client, functions: functionsOf(client) });
  return startEmbeddedEngine({
    sdk: { handler, signingKey: wire.signingKey, connect: (answer) => wire.connect(answer) },
    lanes: [],
    otherSlots: 10,
    ...hasty,
    ...options,
  });
}

/** Serves the functions to the Inngest server of INNGEST_DEV, and makes itself known there. */
export async function startOnServer(): Promise<ScenarioEngine> {
  const client = new Inngest({ id: appId });
  const server = createServer(serveHttp({ client, functions: scenarioFunctions(client) }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const registered = await fetch(`http://127.0.0.1:${port}/api/inngest`, { method: "PUT" });
  if (!registered.ok) throw new Error(`The Inngest server refused us: ${await registered.text()}`);
  return {
    ready: Promise.resolve(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

export type Sent = { name: string; data: Record<string, unknown>; id?: string; at?: Date };

export const sendEmbedded = (...events: Sent[]): Promise<void> => sendTriggers(db(), events);

export async function sendToServer(...events: Sent[]): Promise<void> {
  await new Inngest({ id: appId }).send(
    events.map(({ at, ...event }) => ({ ...event, ...(at && { ts: at.getTime() }) })),
  );
}
