import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import { newSecret, signWebhook } from "@/lib/webhooks";

const secret = newSecret();
vi.stubEnv("OPENCALS_WEBHOOK_SECRET", secret);
vi.mock("next/server", () => ({ after: (work: () => void) => work() }));

// Inside the repository, so that the examples find their library.
mkdirSync(".data", { recursive: true });
const directory = mkdtempSync(".data/guides-");
afterAll(() => rmSync(directory, { recursive: true }));

type Route = { POST: (request: Request) => Promise<Response> };

const routes = ["app/docs/page.mdx", "app/docs/verify-signatures/page.mdx"].flatMap((guide) =>
  [...readFileSync(guide, "utf8").matchAll(/```ts\n(\/\/ app\/api\/webhooks\/route\.ts\n.*?)```/gs)].map(
    ([, code = ""], index) => ({ name: `${guide}, route ${index + 1}`, code }),
  ),
);

test("the guides have three routes for Next.js", () => expect(routes).toHaveLength(3));

describe.each(routes)("$name", ({ name, code }) => {
  test("takes what we signed and refuses what was changed on the way", async () => {
    const file = join(directory, `${name.replace(/\W+/g, "-")}.ts`);
    writeFileSync(file, code);
    const { POST } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Route;
    const said = vi.spyOn(console, "log").mockImplementation(() => {});
    const body = '{"id":"evt_1","type":"order.paid","data":{"price":12.50,"name":"Zoë"}}';
    const send = async (text: string, key: string) => {
      const timestampSeconds = Math.floor(Date.now() / 1000);
      const headers = signWebhook({ id: "evt_1", timestampSeconds, body, secrets: [key] });
      const request = new Request("https://example.com/api/webhooks", {
        method: "POST",
        body: text,
        headers: { "webhook-id": "evt_1", ...headers },
      });
      return (await POST(request)).status;
    };
    expect(await send(body, secret)).toBe(204);
    expect(said).toHaveBeenCalledWith("order.paid", "evt_1");
    expect(await send(body.replace("12.50", "0.01"), secret)).toBe(401);
    expect(await send(body, newSecret())).toBe(401);
    said.mockRestore();
  });
});
