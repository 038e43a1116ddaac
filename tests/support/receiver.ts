import { env } from "@/lib/platform/env";
import type { ReceivedRequest, Reply } from "../../scripts/receiver/received-request";
import { startReceiverServer } from "../../scripts/receiver/receiver-server";

export type Receiver = {
  /** `http://127.0.0.1:port`; the paths of the receiver's scripts follow it. */
  url: string;
  /** `127.0.0.1:port`, for the WEBHOOK_ALLOWED_TARGETS of child processes; this process already excepts it. */
  target: string;
  requests: ReceivedRequest[];
  /** Verifies with these; push an endpoint's secret when it is made. */
  secrets: string[];
  /** TCP connections accepted so far, and open now. */
  connections: () => number;
  openConnections: () => number;
  /** The first request, past or to come, that matches. Rejects after a minute unless told otherwise. */
  waitFor: (matches: (request: ReceivedRequest) => boolean, timeoutMs?: number) => Promise<ReceivedRequest>;
  close: () => Promise<void>;
};

/** A real receiver on a free port of 127.0.0.1, which this process's sender may reach. */
export async function startReceiver({ reply }: { reply?: Reply } = {}): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const secrets: string[] = [];
  const waiting = new Set<(request: ReceivedRequest) => void>();
  const server = await startReceiverServer({
    secrets,
    reply,
    onRequest: (request) => {
      requests.push(request);
      for (const tell of waiting) tell(request);
    },
  });
  const target = `127.0.0.1:${server.port}`;
  env().WEBHOOK_ALLOWED_TARGETS.push(target);

  const waitFor: Receiver["waitFor"] = (matches, timeoutMs = 60_000) =>
    new Promise((resolve, reject) => {
      const known = requests.find(matches);
      if (known) return resolve(known);
      const timer = setTimeout(() => {
        waiting.delete(tell);
        reject(new Error(`None of ${requests.length} requests matched within ${timeoutMs} ms.`));
      }, timeoutMs);
      const tell = (request: ReceivedRequest) => {
        if (!matches(request)) return;
        clearTimeout(timer);
        waiting.delete(tell);
        resolve(request);
      };
      waiting.add(tell);
    });

  return {
    url: `http://${target}`,
    target,
    requests,
    secrets,
    connections: server.connections,
    openConnections: server.openConnections,
    waitFor,
    close: server.close,
  };
}
