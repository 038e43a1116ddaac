import { startEmbeddedEngine, type Engine, type Lane } from "@/lib/engine";
import { startRelay } from "@/lib/events";
import { configuredEngine, serveFunctions, wire } from "@/lib/inngest";

/** Each lane has slots of its own, so that drains of dead endpoints never take those of fresh events. */
const lanes: Lane[] = [
  { functions: ["deliver-events"], slots: 6 },
  { functions: ["drain-endpoint"], slots: 20 },
];
const otherSlots = 4;

/** A minute, the least that cron knows, would be long for what a lost trigger left behind. */
const sweepEveryMs = 15_000;

type Background = { engine: Engine | undefined; stopRelay: () => Promise<void> };
const shared = globalThis as typeof globalThis & { opencalsBackground?: Promise<Background> | undefined };

/**
 * Runs the background work in this process: the relay, and the embedded engine unless an Inngest server drives the
 * functions. Throws when a function wants what the engine does not have. `ready` waits for the database.
 */
export async function startEngine(): Promise<{ ready: Promise<void> }> {
  const { engine } = await (shared.opencalsBackground ??= start());
  return { ready: engine?.ready ?? Promise.resolve() };
}

/** Stops handing over, waits until every run has got to the end of its step, and hands it back. */
export async function stopEngine(): Promise<void> {
  const background = await shared.opencalsBackground;
  shared.opencalsBackground = undefined;
  await background?.stopRelay();
  await background?.engine?.stop();
}

async function start(): Promise<Background> {
  const embedded = configuredEngine === "embedded";
  const engine = embedded ? await startFunctions() : undefined;
  return { engine, stopRelay: startRelay({ embedded }) };
}

function startFunctions(): Promise<Engine> {
  return startEmbeddedEngine({
    sdk: { handler: serveFunctions, signingKey: wire.signingKey, connect: (answer) => wire.connect(answer) },
    lanes,
    otherSlots,
    everyMs: { "sweep-webhooks": sweepEveryMs },
  });
}
