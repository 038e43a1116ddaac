/** `npm run migrate`: brings the database of DATABASE_URL up to date. */
import { applyMigrations } from "./apply-migrations.mjs";
import { runCommand } from "./launch/failure.mjs";
import { requireSettings } from "./required-settings.mjs";

await runCommand(async () => {
  requireSettings(["DATABASE_URL"]);
  const applied = await applyMigrations(process.env.DATABASE_URL);
  console.log(
    applied.length ? `Applied ${applied.join(", ")}.` : "Nothing to apply: the database is up to date.",
  );
});
