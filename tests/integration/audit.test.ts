import { expect, test } from "vitest";
import { listAudit, listSupportAudit, recordAudit, systemCtx, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId, newTypeId } from "@/lib/platform/ids";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { makeSupportAgent } from "../support/factories/support-agent";

const note = (ctx: Ctx, name: string, reason?: string) =>
  recordAudit(db(), ctx, {
    action: "endpoint.disabled",
    targetId: newTypeId("ep"),
    reason,
    detail: { name },
  });

async function makeAudited() {
  const store = await makeStore({ name: "Odile" });
  const member = await makeMember({ storeId: store.id, name: "Ines Claes" });
  const agent = await makeSupportAgent({ name: "Sam Vermeulen" });
  const support: Ctx = { storeId: store.id, actor: { kind: "support", id: agent.id, name: agent.name } };
  return { store, member, support };
}

test("an entry says who did what and why, and whether they are of Opencals support", async () => {
  const { member, support } = await makeAudited();
  await note(member.ctx, "Booking sync");
  await note(support, "Booking sync", "Asked for by phone");
  expect(await listAudit(member.ctx, {})).toMatchObject([
    {
      who: { name: "Sam Vermeulen", affiliation: "Opencals support" },
      what: "Disabled the endpoint Booking sync.",
      reason: "Asked for by phone",
      target: { kind: "endpoint" },
    },
    { who: { name: "Ines Claes", affiliation: null }, reason: null },
  ]);
});

test.each([
  ["booking.canceled", "appointment"],
  ["booking.created", "appointment"],
  ["order.refunded", "order"],
] as const)("an entry about %s leads to its %s", async (action, kind) => {
  const { member } = await makeAudited();
  const targetId = newId();
  await recordAudit(db(), member.ctx, { action, targetId });
  expect(await listAudit(member.ctx, {})).toMatchObject([{ target: { kind, id: targetId } }]);
});

test("customers and the system leave no entry", async () => {
  const { member } = await makeAudited();
  await note(systemCtx(member.ctx.storeId), "Booking sync");
  expect(await listAudit(member.ctx, {})).toEqual([]);
});

test("pages follow one another without a gap or a repetition, and end", async () => {
  const { member } = await makeAudited();
  for (let n = 1; n <= 5; n++) await note(member.ctx, `Endpoint ${n}`);
  const seen: string[] = [];
  let before: string | undefined;
  for (let page = 1; page <= 4; page++) {
    const items = await listAudit(member.ctx, { before, take: 2 });
    seen.push(...items.map(({ what }) => what));
    before = items.at(-1)?.id ?? before;
  }
  expect(seen).toEqual([5, 4, 3, 2, 1].map((n) => `Disabled the endpoint Endpoint ${n}.`));
});

test("a store reads its own entries only; support reads what support did, in every store", async () => {
  const [one, other] = [await makeAudited(), await makeAudited()];
  await note(one.member.ctx, "Members' own");
  await note(one.support, "First");
  await note(other.support, "Second");
  expect((await listAudit(other.member.ctx, {})).map(({ what }) => what)).toEqual([
    "Disabled the endpoint Second.",
  ]);
  const acts = await listSupportAudit({ take: 2 });
  expect(acts.map(({ what, store }) => [what, store.slug])).toEqual([
    ["Disabled the endpoint Second.", other.store.slug],
    ["Disabled the endpoint First.", one.store.slug],
  ]);
});
