/** How the engine paces itself. One set for all processes of a database: each judges the others by its own. */
export type EngineSettings = {
  /** Each process says this often that it lives. */
  heartbeatMs: number;
  /** One not heard of for this long is taken for dead, and what it had in hand is taken over. */
  silenceMs: number;
  /** How late a run with a start time may begin. */
  pollMs: number;
  /** Waits between attempts at a step; the last one repeats. */
  retryDelaysMs: number[];
  /** How long a completed run's trigger id is remembered, and how long a failed run is kept to be looked at. */
  keepCompletedMs: number;
  keepFailedMs: number;
};

const minuteMs = 60_000;

export const defaultSettings: EngineSettings = {
  heartbeatMs: 10_000,
  silenceMs: 30_000,
  pollMs: 2_000,
  retryDelaysMs: [1_000, 5_000, 15_000, minuteMs, 5 * minuteMs],
  keepCompletedMs: 60 * minuteMs,
  keepFailedMs: 7 * 24 * 60 * minuteMs,
};
