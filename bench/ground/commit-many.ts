import { monotonicMs } from "../measure/monotonic";
import type { LoadResult } from "../processes/messages";
import type { Ground } from "./bench-ground";
import type { BenchStore } from "./stores";

/** Commits events in one statement, spread over the stores, without telling anybody: the backlog of a dead worker. */
export async function commitMany(
  { client, data }: Ground,
  stores: BenchStore[],
  events: number,
): Promise<LoadResult["committed"]> {
  const { rows } = await client.query<{ id: string; store_id: string }>(
    `INSERT INTO event (id, store_id, type, subject_id, subject_name, ordering_key, data, created_at)
     SELECT new_typeid('evt'), ($1::uuid[])[n % cardinality($1::uuid[]) + 1], 'appointment.created', gen_random_uuid(),
       '1001', n::text, $3, policy_now()
     FROM generate_series(1, $2::int) AS n RETURNING id, store_id`,
    [stores.map(({ id }) => id), events, data],
  );
  const atMs = monotonicMs();
  return rows.map(({ id, store_id }) => [id, store_id, atMs]);
}
