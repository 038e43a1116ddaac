import pg from "pg";
import { env } from "./env";
import { log } from "./log";

type Listener = (payload: string) => void;

const reconnectDelayMs = 1_000;

/** One connection of this process that LISTENs; it comes back by itself, and calls `onConnect` whenever it has come: something before may be missed. */
export class ChannelListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(private readonly onConnect: () => void) {}

  /** Resolves when the channel is listened to, or when the connection is down and will be retried. Returns how to stop. */
  async on(channel: "opencals_nudge" | "opencals_live", listener: Listener): Promise<() => void> {
    const known = this.listeners.get(channel) ?? new Set();
    known.add(listener);
    this.listeners.set(channel, known);
    if (this.client) await this.client.query(`LISTEN ${channel}`).catch(() => {});
    else await this.connect();
    return () => known.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    this.client = client;
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    client.on("notification", ({ channel, payload = "" }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload);
    });
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${channel}`);
    } catch (error) {
      log.warn({ err: (error as Error).message }, "cannot listen to the database");
      return this.lost(client);
    }
    this.onConnect();
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), reconnectDelayMs);
  }
}
