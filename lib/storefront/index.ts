/**
 * The public Storefront API: what the official client calls, one operation per file, over the verbs of catalog and booking.
 * Promises: the paths, shapes and statuses of docs/storefront-api.md; another store's row is never found.
 */
export { handleStorefront } from "./handle-storefront";
export { operations } from "./route-table";
