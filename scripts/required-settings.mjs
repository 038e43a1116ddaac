import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./launch/failure.mjs";
import { projectRoot } from "./launch/launcher.mjs";

const own = ["DATABASE_URL", "AUTH_SECRET", "CUSTOMER_TOKEN_SECRET", "ENCRYPTION_KEYS"];

/** Reads .env where there is one, then refuses to go on without `names`. Their form is checked by the process itself. */
export function requireSettings(names = own) {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length)
    throw new Failure(`Set ${missing.join(", ")} first: see .env.example and docs/configuration.md.`);
}
