/** `npm run migrate`: brings the database of DATABASE_URL up to date. */
import { applyMigrations } from "./apply-migrations.mjs";

const url = process.env.DATABASE_URL;
if (!url) {
  console.error("Set DATABASE_URL to the PostgreSQL database to migrate.");
  process.exit(1);
}
const applied = await applyMigrations(url);
console.log(
  applied.length ? `Applied ${applied.join(", ")}.` : "Nothing to apply: the database is up to date.",
);
