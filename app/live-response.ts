import { openLiveStream } from "@/lib/platform/live-streams";

/** Answers with server-sent events of a store, or 503 once the process is to stop. */
export function liveResponse(storeId: string, signal: AbortSignal): Response {
  const stream = openLiveStream(storeId, signal);
  if (!stream) return new Response(null, { status: 503 });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
