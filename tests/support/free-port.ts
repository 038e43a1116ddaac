import { createServer } from "node:net";

/** Below those that a system gives to outgoing connections: one of them could take it before it is listened on. */
const lowest = 20_000;
const count = 12_000;

/** A port of 127.0.0.1 where nobody listens now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
