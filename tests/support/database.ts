import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { closeDb } from "@/lib/platform/db";
import { admin, withDatabase } from "./postgres";

/** Each test file has a database of its own, copied from the template. */
const name = `opencals_test_${randomBytes(6).toString("hex")}`;
const adminUrl = inject("adminUrl");
await admin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
process.env.DATABASE_URL = withDatabase(adminUrl, name);

afterAll(async () => {
  await closeDb();
  await admin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
