import type { Pool } from "pg";
import type { Call, StepResult } from "./protocol/call-function";

export type Step = { id: string; name: string; op: string; result: StepResult };

/** When a run goes on: at an instant, or so long after now by the database's clock. */
export type Wake = { at: Date } | { afterMs: number };

type BegunRow = {
  trigger: string;
  trigger_id: string | null;
  data: unknown;
  attempt: number;
  start_at: Date;
  steps: { id: string; result: StepResult }[];
};

/**
 * One execution of a run. Its writes are fenced by its token: once a later execution has begun, they change nothing and
 * this one is `lost`.
 */
export class Execution {
  lost = false;
  /** The process shuts down: after the last step written, another one goes on. */
  stopped = false;
  attempt: number;
  private readonly steps: Map<string, StepResult>;

  private constructor(
    private readonly pool: Pool,
    readonly run: string,
    readonly token: string,
    private readonly row: BegunRow,
  ) {
    this.attempt = row.attempt;
    this.steps = new Map(row.steps.map(({ id, result }) => [id, result]));
  }

  /** Undefined: the run has ended, or is not to go on yet. */
  static async begin(pool: Pool, run: string, token: string): Promise<Execution | undefined> {
    const { rows } = await pool.query<BegunRow>({
      name: "engine_begin",
      text: "SELECT * FROM engine_begin($1, $2)",
      values: [run, token],
    });
    return rows[0] && new Execution(pool, run, token, rows[0]);
  }

  /** What the SDK must know to go on. */
  call(): Call {
    const { trigger, trigger_id: triggerId, data, start_at: startAt } = this.row;
    const name = trigger.startsWith("cron/") ? "inngest/scheduled.timer" : trigger;
    const event = { id: triggerId ?? this.run, name, data, ts: startAt.getTime() };
    return { run: this.run, token: this.token, attempt: this.attempt, event, steps: this.steps };
  }

  /** Memoises steps, so that no later call runs them again. */
  async write(steps: Step[]): Promise<void> {
    await this.fenced("engine_write", "$1, $2, $3", [JSON.stringify(steps)]);
    for (const { id, result } of steps) this.steps.set(id, result);
    this.attempt = 0;
  }

  /** Memoises steps and lets the run go until it wakes. */
  async wait(steps: Step[], attempt: number, wake: Wake): Promise<void> {
    const [at, delay] = "at" in wake ? [wake.at, null] : [null, `${wake.afterMs} ms`];
    await this.fenced("engine_wait", "$1, $2, $3, $4, $5, $6", [JSON.stringify(steps), attempt, at, delay]);
  }

  async end(error: string | null = null): Promise<void> {
    await this.fenced("engine_end", "$1, $2, $3", [error]);
  }

  private async fenced(name: string, parameters: string, values: unknown[]): Promise<void> {
    const { rows } = await this.pool.query<{ mine: boolean }>({
      name,
      text: `SELECT ${name}(${parameters}) AS mine`,
      values: [this.run, this.token, ...values],
    });
    if (!rows[0]?.mine) this.lost = true;
  }
}
