import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Books and pays at the store with this key, in a process of its own, as a website would: it knows us only over HTTP. */
export async function book(key: string, { provider = "stripe" }: { provider?: "stripe" | "cash" } = {}) {
  const env = { ...process.env, BASE_URL: process.env.E2E_URL, API_KEY: key, PROVIDER: provider };
  await run(process.execPath, ["--import", "tsx", "tests/client/book.ts"], { env });
}
