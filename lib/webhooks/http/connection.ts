import { Client } from "undici";
import type { Exchange } from "./exchange";
import { openSocket, type Dial } from "./open-socket";
import type { Target } from "./parse-target";

/** One kept-alive connection to one target; it carries one request at a time, and opens its socket again when needed. */
export class Connection {
  private exchange: Exchange | undefined;
  private remoteAddress: string | null = null;
  private readonly client: Client;
  private readonly path: string;

  constructor(
    readonly target: Target,
    private readonly dial?: Dial,
  ) {
    this.path = target.url.pathname + target.url.search;
    this.client = new Client(target.url.origin, {
      pipelining: 1,
      // The whole attempt has one limit of its own.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: (_options, opened) => {
        this.open().then(
          (socket) => opened(null, socket),
          (error: Error) => opened(error, null),
        );
      },
    });
  }

  send(exchange: Exchange, headers: Record<string, string>, body: string): void {
    this.exchange = exchange;
    exchange.remoteAddress = this.remoteAddress;
    this.client.dispatch({ path: this.path, method: "POST", headers, body }, exchange);
  }

  /** Cuts whatever is under way. */
  close(): Promise<void> {
    return this.client.destroy();
  }

  private async open() {
    const { exchange } = this;
    if (!exchange) throw new Error("A connection opens only for a request.");
    const socket = await openSocket(this.target, exchange, this.dial);
    this.remoteAddress = exchange.remoteAddress;
    return socket;
  }
}
