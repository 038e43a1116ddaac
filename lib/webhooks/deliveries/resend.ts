import type { Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import type { Wake } from "../delivery/wake-endpoints";
import { wakeAfterCommit } from "../delivery/wake-after-commit";

type Refusal = "held" | "disabled" | "deleted" | "unwanted" | "behind" | "forgotten";
export type Verdict = "resent" | "due" | "under-way" | Refusal;

type Row = { delivery_id: string | null; verdict: Verdict; note: Wake | null };

/** Gives each of these deliveries one attempt by hand, where it can have one. Those of other stores have no verdict. */
export async function resend(tx: Tx, { storeId }: Ctx, ids: string[]): Promise<Map<string, Verdict>> {
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM resend_deliveries(${storeId}::uuid, ${ids}::text[])`;
  wakeAfterCommit(
    tx,
    storeId,
    rows.flatMap(({ note }) => note ?? []),
  );
  return new Map(rows.flatMap(({ delivery_id: id, verdict }) => (id ? [[id, verdict]] : [])));
}

/** Why there is no attempt by hand. */
export const refusals: Record<Refusal, string> = {
  disabled: "Its endpoint is disabled: enable it first.",
  held: "It is held, and its endpoint has just been enabled: what was chosen is being carried out.",
  deleted: "Its endpoint is deleted.",
  unwanted: "Its endpoint no longer wants this event.",
  behind: "An earlier delivery of the same booking goes first: resend that one, or cancel it.",
  forgotten: "Its payload is no longer kept.",
};

export const isRefusal = (verdict: Verdict): verdict is Refusal => verdict in refusals;
