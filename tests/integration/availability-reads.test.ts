import { expect, test } from "vitest";
import { makeBusyMonth } from "@/bench/ground/busy-month";
import { onClient } from "@/bench/ground/on-client";
import { listRanges } from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { recordStatements, type Statement } from "../support/record-statements";
import { createStore, storefrontCtx } from "../support/factories/store";

type Node = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Node[] };

test("what is taken in a month of twenty people is one statement, read from its index alone", async () => {
  const month = await onClient(env().DATABASE_URL, (client) => makeBusyMonth(client, 2));
  await expect.poll(vacuum, { timeout: 30_000 }).toBe(true);
  const ctx = storefrontCtx(month.storeId);
  const statements = await recordStatements(() => listRanges(ctx, { productId: month.productId }));
  expect(statements).toHaveLength(2);
  const [reading, ...more] = statements.filter(({ text }) => text.includes("occupancy"));
  expect(more).toEqual([]);
  const nodes = await planOf(reading!);
  expect(nodes).toContainEqual(
    expect.objectContaining({ "Node Type": "Index Only Scan", "Index Name": "occupancy_no_overlap" }),
  );
  const onTable = nodes.filter((node) => node["Relation Name"] === "occupancy");
  expect(onTable.map((node) => node["Node Type"])).not.toContain("Seq Scan");
});

test("who gives a product, and by which hours, is a query that a connection parses once", async () => {
  const { ctx, product } = await createStore();
  const kept = await db().$transaction(async (tx) => {
    for (let times = 0; times < 3; times++) await listRanges({ ...ctx, tx }, { productId: product.id });
    return tx.$queryRaw`SELECT name, (generic_plans + custom_plans) >= 3 AS reused FROM pg_prepared_statements`;
  });
  expect(kept).toContainEqual({ name: "availability_plan", reused: true });
});

/**
 * Whether the whole table is known to be visible to all, as it is in time: only then an index alone answers. An autovacuum
 * beside it may keep a single vacuum from it.
 */
const vacuum = () =>
  onClient(env().DATABASE_URL, async (client) => {
    await client.query("VACUUM (ANALYZE) occupancy");
    const { rows } = await client.query<{ known: boolean }>(
      "SELECT relallvisible = relpages AS known FROM pg_class WHERE oid = 'occupancy'::regclass",
    );
    return rows[0]?.known;
  });

/** The plan's nodes, as the server would run it now. */
async function planOf({ text, values }: Statement): Promise<Node[]> {
  const { rows } = await onClient(env().DATABASE_URL, (client) =>
    client.query<{ "QUERY PLAN": { Plan: Node }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values),
  );
  return rows[0]!["QUERY PLAN"].flatMap(({ Plan }) => flatten(Plan));
}

const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
