/** An event's id, the path it came to, and when its last byte was there. */
export type Receipt = [eventId: string, path: string, atMs: number];

export type ReceiverQuestion = { kind: "count" } | { kind: "take" } | { kind: "fail"; fail: boolean };

/** Events of these stores, in turn, by Poisson arrivals: the next one never waits for an earlier one's answer. */
export type LoadRun = { stores: string[]; perSecond: number; seconds: number; data: string };

export type LoadResult = {
  /** Of each event that was committed: its store, and when the commit was known. */
  committed: [eventId: string, storeId: string, atMs: number][];
  /** From the planned arrival to the commit, in milliseconds; what the load itself was late is in it. */
  commitMs: number[];
};

/** POSTs of these bytes to `url`: as arrivals, or as fast as `connections` allow. */
export type RawRun = { url: string; body: string; seconds: number } & (
  { perSecond: number } | { connections: number }
);
export type RawResult = { count: number; seconds: number; roundTripMs: number[] };
