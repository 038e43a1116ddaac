import { expect, test } from "vitest";
import { sendWebhook } from "@/lib/webhooks";

process.env.WEBHOOK_DNS_SERVERS = "127.0.0.1:1";

test("a resolver that cannot be reached is our fault, never the endpoint's", async () => {
  const result = await sendWebhook({
    endpointId: "ep_1",
    url: "https://hooks.example/",
    headers: {},
    body: "{}",
  });
  expect(result).toMatchObject({ outcome: "interrupted", failure: null, statusCode: null });
  expect(result.failureDetail).toContain("ECONNREFUSED");
});
