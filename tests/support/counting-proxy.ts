import { createServer, request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

type Call = { method: string; path: string };
type Settings = {
  /** May wait, to hold a call back, or answer it in the server's place: then it returns true. */
  onCall?: (call: Call, response: ServerResponse) => Promise<boolean | void> | boolean | void;
};

/** The way to an HTTP server, through a port of our own: it counts what passes, and can be cut. */
export async function startCountingProxy(targetUrl: string, { onCall }: Settings = {}) {
  const { hostname, port } = new URL(targetUrl);
  const calls: Call[] = [];
  const sockets = new Set<Socket>();
  const cut = { isCut: false, refused: 0 };

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", headers } = incoming;
    if (cut.isCut) {
      cut.refused++;
      return void incoming.socket.destroy();
    }
    calls.push({ method, path });
    if (await onCall?.({ method, path }, outgoing)) return;
    const onward = send({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => incoming.socket.destroy());
    incoming.pipe(onward);
  }

  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** Every connection breaks, and so does each new one, until it is mended. */
    cut: () => {
      Object.assign(cut, { isCut: true, refused: 0 });
      for (const socket of sockets) socket.destroy();
    },
    mend: () => void (cut.isCut = false),
    /** How many calls broke since it was cut. */
    refused: () => cut.refused,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
export type CountingProxy = Awaited<ReturnType<typeof startCountingProxy>>;
