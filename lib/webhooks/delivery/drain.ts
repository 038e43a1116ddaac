import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { newId } from "@/lib/platform/ids";
import { askInTurn } from "./ask-in-turn";
import { attemptDelivery } from "./attempt-delivery";
import { leaseEndMs, readClaims, type Claim, type ClaimRow, type Note } from "./claim";
import { giveBack } from "./give-back";
import { callOff } from "./under-way";

/**
 * Claimed beyond what is attempted at once, so that the next request never waits for a statement; so many, because each
 * statement waits for its endpoint's row, which fan-outs and records want too.
 */
const aheadMax = 200;
/** At first, and for as long as nothing comes back. */
const aheadMin = 10;
const busyPerSecond = 20;
/** Timers are no finer: so much of a rate may be made up for at once. */
const paceSlackMs = 10;

type News = "work" | "ended" | "time";

/** One execution of a drain: its hold on the endpoint's row, what it has claimed, and what it waits for. */
export class Drain {
  /** Requests at once, by the last answer. */
  limit = 0;
  /** The last claim came back short: nothing more was due. */
  isShort = false;
  /** Another drain has taken the row. */
  isLost = false;
  /** In a row. */
  fruitlessAsks = 0;

  private readonly token = newId();
  private readonly startedMs = performance.now();
  private endedCount = 0;
  private stepMs = 0;
  private freeAtMs = 0;
  private waiting: Claim[] = [];
  private readonly running = new Set<Claim>();
  private readonly recording = new Set<Promise<void>>();
  private news: News | undefined;
  /** There was news of work, or of its end, and no answer since. */
  private isTold = false;
  private resume = () => {};

  constructor(private readonly endpointId: string) {}

  /** Also when all is recorded: an outcome may make the next one of its booking due, or a retry. */
  get isIdle(): boolean {
    return this.recording.size === 0 && this.waiting.length === 0;
  }

  /** It has so little left that it would soon wait for a statement. */
  get isHungry(): boolean {
    return this.waiting.length < (this.stepMs > 0 ? 1 : this.ahead / 4) && !this.isShort;
  }

  get isFull(): boolean {
    return this.limit > 0 && this.running.size >= this.limit;
  }

  /** It works more than it waits, for answers or for the slots of a rate. */
  get isBusy(): boolean {
    return this.endedCount * 1_000 >= busyPerSecond * (performance.now() - this.startedMs);
  }

  /** Takes the row; only for the trigger that it is armed for, unless `dueAt` is null. */
  start(dueAt: string | null): Promise<Note> {
    return this.ask({ isStart: true, dueAt, mayEnd: false });
  }

  /** Claims more; or, where it may end and nothing is due soon, releases the row. */
  next(mayEnd: boolean): Promise<Note> {
    return this.ask({ isStart: false, dueAt: null, mayEnd });
  }

  /** How long until the endpoint's rate allows what it has next; 0: now, or there is nothing. */
  get untilSlotMs(): number {
    const [next] = this.waiting;
    if (!next || this.stepMs === 0) return 0;
    return Math.max(0, Math.max(next.startAtMs, this.freeAtMs) - performance.now());
  }

  begin(): void {
    while (this.running.size < this.limit && this.untilSlotMs === 0) {
      const claim = this.waiting.shift();
      if (!claim) return;
      // From when it really begins: one that comes late must not have the next one close behind it.
      this.freeAtMs = Math.max(this.freeAtMs, performance.now() - paceSlackMs) + this.stepMs;
      this.running.add(claim);
      const recorded = attemptDelivery(claim, () => {
        this.running.delete(claim);
        this.endedCount++;
        // Now, not when the loop comes round, which may be asking for more; unless it asks because something has changed.
        if (!this.isTold) this.begin();
        this.tell("ended");
      }).finally(() => {
        this.recording.delete(recorded);
        if (this.isIdle) this.tell("ended");
      });
      this.recording.add(recorded);
    }
  }

  tell(news: News): void {
    if (this.news !== "work") this.news = news;
    if (news === "work") this.isTold = true;
    this.resume();
  }

  /** Until something is told, or for so long. What was told since the last wait counts. */
  async wait(waitMs: number): Promise<News> {
    if (!this.news) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, waitMs));
        this.resume = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    const news = this.news ?? "time";
    this.news = undefined;
    return news;
  }

  /** Keeps the row and the claims; drops, and cuts, what somebody else has by now. */
  async renew(): Promise<void> {
    const claims = [...this.waiting, ...this.running];
    const askedMs = performance.now();
    const [row] = await db().$queryRaw<{ renewed: string[] | null; held: string[] | null }[]>`
      SELECT * FROM drain_renew(${this.endpointId}, ${this.token}::uuid)`;
    if (!row?.renewed) {
      this.isLost = true;
      this.tell("work");
      return;
    }
    const renewed = new Set(row.renewed);
    const held = new Set(row.held);
    for (const claim of claims) {
      if (renewed.has(claim.deliveryId)) claim.heldUntilMs = leaseEndMs(askedMs);
      else if (!held.has(claim.deliveryId)) callOff(claim);
    }
    this.waiting = this.waiting.filter((claim) => !claims.includes(claim) || held.has(claim.deliveryId));
    // Another process may have disabled the endpoint: what is claimed ahead must not be sent for long.
    this.tell("work");
  }

  /** Lets go of what has not begun. */
  async giveBack(): Promise<void> {
    await giveBack(this.waiting.splice(0));
  }

  /** Until all that has begun is recorded. */
  async recorded(): Promise<void> {
    await Promise.all(this.recording);
  }

  /** Lets the row go with the step: `goesOn` for the run's next one, else a trigger follows if anything is left. */
  async release(goesOn: boolean): Promise<Note> {
    const [row] = await db().$queryRaw<{ note: Note }[]>`
      SELECT drain_release(${this.endpointId}, ${this.token}::uuid, ${goesOn}) AS note`;
    return row?.note ?? { verdict: "over" };
  }

  /** No more than it has shown to get through. */
  private get ahead(): number {
    return Math.min(aheadMax, Math.max(aheadMin, this.endedCount));
  }

  private ask(order: { isStart: boolean; dueAt: string | null; mayEnd: boolean }): Promise<Note> {
    return askInTurn(() => this.askNow(order));
  }

  private async askNow(order: { isStart: boolean; dueAt: string | null; mayEnd: boolean }): Promise<Note> {
    const want = this.ahead - this.waiting.length;
    const askedMs = performance.now();
    const rows = await db().$queryRaw<ClaimRow[]>`
      SELECT * FROM drain_next(${this.endpointId}, ${this.token}::uuid, ${order.isStart},
        ${order.dueAt}::text::timestamptz, ${want}::int, ${order.mayEnd})`;
    const { claims, notes } = readClaims(rows, askedMs);
    const note = notes[0] ?? { verdict: "over" };
    this.waiting.push(...claims);
    this.isTold = this.news === "work";
    this.fruitlessAsks = claims.length > 0 ? 0 : this.fruitlessAsks + 1;
    this.limit = note.limit ?? 0;
    this.stepMs = note.stepMs ?? 0;
    this.isShort = claims.length < (this.stepMs > 0 ? 1 : want);
    if (this.limit === 0) await giveBack(this.waiting.splice(0));
    return note;
  }
}

export async function renewQuietly(drain: Drain): Promise<void> {
  await drain.renew().catch((error: Error) => log.warn({ err: error.message }, "a drain was not renewed"));
}
