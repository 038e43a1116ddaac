import { z } from "zod";
import { ChannelListener } from "./listen";
import { onShutdown } from "./shutdown";

/** Contract of the channel: which stores have changed. Sent at most once per flush of a recorder. */
const Changed = z.object({ stores: z.array(z.string()) });

/** A stream says that something changed at most this often; the page then asks for what it shows. */
const quietMs = 500;
/** Keeps proxies from closing a quiet stream. */
const heartbeatMs = 25_000;
/** A page is drawn before its stream opens. What changed in between, at most so long ago, is told once it has. */
const rememberedMs = 15_000;

type LiveStream = { storeId: string; tell: () => void; close: () => void };
/** `changedAt` goes by age, oldest first. */
type Live = { streams: Set<LiveStream>; changedAt: Map<string, number>; listener: ChannelListener };

// On globalThis: route handlers and instrumentation are bundled apart, and must share one set and one connection.
const shared = globalThis as typeof globalThis & { opencalsLive?: Live | "closed" };

/**
 * Server-sent events for one page: `change` whenever something of the store changed. Ends with `signal` or on shutdown,
 * after which there are none.
 */
export function openLiveStream(storeId: string, signal: AbortSignal): ReadableStream<Uint8Array> | undefined {
  const live = (shared.opencalsLive ??= listen());
  if (live === "closed") return undefined;
  const encoder = new TextEncoder();
  let stream: LiveStream;
  let heartbeat: NodeJS.Timeout;
  return new ReadableStream({
    start(controller) {
      let waiting: NodeJS.Timeout | undefined;
      let owed = false;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = () => {
        owed = waiting !== undefined;
        if (owed) return;
        send("event: change\ndata: {}\n\n");
        waiting = setTimeout(() => {
          waiting = undefined;
          if (owed) tell();
        }, quietMs);
      };
      const close = () => {
        if (!live.streams.delete(stream)) return;
        clearInterval(heartbeat);
        clearTimeout(waiting);
        controller.close();
      };
      stream = { storeId, tell, close };
      heartbeat = setInterval(() => send(": still here\n\n"), heartbeatMs);
      live.streams.add(stream);
      signal.addEventListener("abort", close);
      send("retry: 2000\n\n");
      forget(live.changedAt);
      if (live.changedAt.has(storeId)) tell();
    },
    cancel: () => stream.close(),
  });
}

/** Ends every open stream, so that the server can drain. */
async function closeLiveStreams(): Promise<void> {
  const live = shared.opencalsLive;
  shared.opencalsLive = "closed";
  if (!live || live === "closed") return;
  for (const stream of [...live.streams]) stream.close();
  await live.listener.close();
}

function listen(): Live {
  const streams = new Set<LiveStream>();
  const changedAt = new Map<string, number>();
  const tell = (wanted: (storeId: string) => boolean) => {
    for (const stream of streams) if (wanted(stream.storeId)) stream.tell();
  };
  // What happened before there was a connection, or while it was away, is not told again: every page asks once.
  const listener = new ChannelListener(() => tell(() => true));
  void listener.on("opencals_live", (payload) => {
    const changed = Changed.safeParse(parseJson(payload));
    if (!changed.success) return;
    const { stores } = changed.data;
    forget(changedAt);
    for (const storeId of stores) {
      changedAt.delete(storeId);
      changedAt.set(storeId, performance.now());
    }
    tell((storeId) => stores.includes(storeId));
  });
  onShutdown(closeLiveStreams);
  return { streams, changedAt, listener };
}

function forget(changedAt: Live["changedAt"]): void {
  const oldest = performance.now() - rememberedMs;
  for (const [storeId, at] of changedAt) {
    if (at > oldest) return;
    changedAt.delete(storeId);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
