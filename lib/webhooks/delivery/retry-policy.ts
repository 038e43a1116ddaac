/**
 * Seconds from each failed attempt to the next, unless an endpoint has its own (`endpoint.retry_delays`, whose default this
 * is): 10 attempts over some 76 hours. Each moves by up to a tenth.
 */
export const retryDelaysSeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
