/** Milliseconds of the machine's one monotonic clock, the same in every process on Linux. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
