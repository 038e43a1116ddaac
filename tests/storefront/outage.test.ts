import { expect, test } from "vitest";
import { log } from "@/lib/platform/log";
import { serveStorefront } from "@/tests/support/serve-storefront";
import { callerOf } from "@/tests/support/storefront-caller";

// Settings are read once per process, and each test file is a process of its own.
process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
log.level = "silent";

test("without a database every operation answers 503, when to come back, and nothing about the database", async () => {
  const call = callerOf(await serveStorefront(), "sfk_any");
  for (const path of ["/products", "/stores/public-settings", "/cart"]) {
    const { status, headers, body } = await call(path);
    expect(status).toBe(503);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(body.statusCode).toBe(503);
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|nobody/);
  }
});
