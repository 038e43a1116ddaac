/**
 * What every HTTP operation of ours shares: authenticate (handed in) → parse → run → serialise, one error table, CORS.
 * Promises: every answer is JSON of a documented shape, and no cause of an unknown failure ever leaves the process.
 */
export { OriginRefused } from "./cors";
export { errorResponse } from "./error-table";
export { operationsOf, type Operation } from "./operation";
export { parseInput } from "./parse-input";
export { readBounded } from "./read-bounded";
export { refuseUnreadablePath, serveOperations } from "./serve-operations";
