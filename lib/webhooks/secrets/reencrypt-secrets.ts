import { db, Prisma } from "@/lib/platform/db";
import { decryptSecret, encryptSecret, newestKeyId } from "@/lib/platform/secrets";

/** A column that holds something encrypted; the row's id is authenticated with it. `before` sorts before every id. */
type Place = { table: string; column: string; idType: "uuid" | "text"; before: string };

const firstUuid = "00000000-0000-0000-0000-000000000000";
const places: Place[] = [
  { table: "endpoint_secret", column: "ciphertext", idType: "uuid", before: firstUuid },
  { table: "endpoint_key", column: "ciphertext", idType: "uuid", before: firstUuid },
  { table: "endpoint", column: "custom_headers", idType: "text", before: "" },
];

export type Reencrypted = {
  count: number;
  /** What no configured key opens, as "table id". */
  unreadable: string[];
};

/**
 * Brings all that is encrypted at rest under the newest key, for every store. What is not under it yet is what is left to
 * do, so it may be killed and run again. Safe beside running processes: one that changes a row meanwhile wins. Ends when
 * nothing is left but what cannot be read.
 */
export async function reencryptSecrets({ batch = 200 } = {}): Promise<Reencrypted> {
  let count = 0;
  for (;;) {
    const round: Reencrypted = { count: 0, unreadable: [] };
    for (const place of places) await reencryptAll(place, batch, round);
    count += round.count;
    if (round.count === 0) return { count, unreadable: round.unreadable };
  }
}

async function reencryptAll(place: Place, batch: number, round: Reencrypted): Promise<void> {
  for (let after = place.before; ;) {
    const rows = await listUnderOlderKeys(place, after, batch);
    for (const { id, ciphertext } of rows) {
      const fresh = sealAnew(ciphertext, id);
      if (fresh === undefined) round.unreadable.push(`${place.table} ${id}`);
      else round.count += await replace(place, id, ciphertext, fresh);
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}

function listUnderOlderKeys({ table, column, idType }: Place, after: string, batch: number) {
  return db().$queryRaw<{ id: string; ciphertext: string }[]>`
    SELECT id::text, ${Prisma.raw(column)} AS ciphertext FROM ${Prisma.raw(table)}
    WHERE id > ${after}::${Prisma.raw(idType)} AND NOT starts_with(${Prisma.raw(column)}, ${`${newestKeyId()}.`})
    ORDER BY ${Prisma.raw(table)}.id LIMIT ${batch}`;
}

function sealAnew(ciphertext: string, id: string): string | undefined {
  let plain: string;
  try {
    plain = decryptSecret(ciphertext, id);
  } catch {
    return undefined;
  }
  return encryptSecret(plain, id);
}

/** One row, one statement: nobody waits for us longer than that. */
function replace({ table, column, idType }: Place, id: string, old: string, fresh: string): Promise<number> {
  return db().$executeRaw`
    UPDATE ${Prisma.raw(table)} SET ${Prisma.raw(column)} = ${fresh}
    WHERE id = ${id}::${Prisma.raw(idType)} AND ${Prisma.raw(column)} = ${old}`;
}
