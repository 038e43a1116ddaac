import { createHmac } from "node:crypto";
import { newSecret, signWebhook } from "@/lib/webhooks";
import { expect, expectAccessible, test } from "./site-story";

const body = JSON.stringify({
  id: "evt_1",
  type: "order.paid",
  sequence: 7,
  data: { order: { name: "1042" } },
});

test("a forged, changed or stale webhook is refused, and a repeated one is never processed twice", async ({
  page,
  site,
}) => {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const sign = ({ id = "evt_1", secret = site.secret, timestampSeconds = nowSeconds } = {}) => ({
    "webhook-id": id,
    "content-type": "application/json; charset=utf-8",
    ...signWebhook({ id, timestampSeconds, body, secrets: [secret] }),
  });
  const send = (headers: Record<string, string>, text = body) =>
    fetch(`${site.url}/api/webhooks`, { method: "POST", headers, body: text }).then(({ status }) => status);
  const kept = async () => (await site.readInbox()).map(({ kind, id }) => `${kind} ${id}`);

  await test.step("refused: not one of them leaves a trace", async () => {
    expect(await send({ "content-type": "application/json" }), "without a signature").toBe(401);
    expect(await send(sign({ secret: newSecret() })), "by another secret").toBe(401);
    expect(await send(sign(), body.replace("1042", "9999")), "changed on the way").toBe(401);
    expect(await send({ ...sign(), "webhook-id": "evt_2" }), "under another id").toBe(401);
    const plain = createHmac("sha256", site.secret).update(body).digest("hex");
    expect(await send({ "webhook-id": "evt_1", "x-opencals-signature": plain }), "by the body alone").toBe(
      401,
    );
    for (const minutes of [-10, 10])
      expect(
        await send(sign({ timestampSeconds: nowSeconds + minutes * 60 })),
        `${minutes} minutes off`,
      ).toBe(401);
    expect(await kept()).toEqual([]);
  });

  await test.step("repeated, also at the same moment: acknowledged, and processed once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(sign())));
    expect(answers.sort()).toEqual([...Array(7).fill(200), 202]);
    await expect.poll(kept).toContain("processed evt_1");
    expect(await send(sign({ timestampSeconds: nowSeconds + 5 })), "as a retry comes").toBe(200);
    expect(await send(sign({ id: "evt_2" })), "another event with the same body").toBe(202);
    await expect.poll(kept).toContain("processed evt_2");
    expect((await kept()).sort()).toEqual([
      "arrived evt_1",
      "arrived evt_2",
      "processed evt_1",
      "processed evt_2",
      ...Array(8).fill("repeated evt_1"),
    ]);
  });

  await test.step("the page lists each once, and how often it came", async () => {
    await page.goto(`${site.url}/webhooks`);
    await expect(page.getByRole("row").filter({ hasText: "evt_1" })).toContainText("sent 9 times");
    await expect(page.getByRole("row").filter({ hasText: "evt_" })).toHaveCount(2);
    await expectAccessible(page);
  });
});
