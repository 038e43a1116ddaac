import { Prisma, type Tx } from "@/lib/platform/db";
import { beginsWith } from "./begins-with";

/** Enough for what is shown of them; whoever looks for one of more types on. */
const customersMax = 50;

/** The store's customers whose first, last or whole name or e-mail address begins so, the newest first. */
export async function findCustomers(tx: Tx, storeId: string, typed: string): Promise<string[]> {
  const store = Prisma.sql`store_id = ${storeId}::uuid`;
  const name = Prisma.sql`lower(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH found AS MATERIALIZED (
      SELECT id FROM customer WHERE ${store} AND ${beginsWith(Prisma.sql`email`, typed)}
      UNION SELECT id FROM customer WHERE ${store} AND ${beginsWith(name, typed)}
      UNION SELECT id FROM customer WHERE ${store} AND ${beginsWith(Prisma.sql`lower(last_name)`, typed)}
    )
    SELECT id FROM found ORDER BY id DESC LIMIT ${customersMax}`;
  return rows.map(({ id }) => id);
}
