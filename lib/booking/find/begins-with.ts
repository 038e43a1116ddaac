import { Prisma } from "@/lib/platform/db";

/**
 * The condition that `text`, lowered by the database, begins with what was typed, whatever its case: ranges of bytes, up to the
 * last character there is. So an index of `text_pattern_ops` answers under every plan, and nothing typed is a pattern.
 */
export function beginsWith(text: Prisma.Sql, typed: string): Prisma.Sql {
  const ranges = spellings(typed).map(
    (one) => Prisma.sql`(${text} ~>=~ lower(${one}) AND ${text} ~<~ (lower(${one}) || chr(1114111)))`,
  );
  return Prisma.sql`(${Prisma.join(ranges, " OR ")})`;
}

/** A database of the C locale lowers ASCII alone: there "özlem" stands as "Özlem". */
function spellings(typed: string): string[] {
  const low = typed.toLowerCase();
  const asName = low.replace(/(?<=^|\s)\S/gu, (letter) => letter.toUpperCase());
  return [...new Set([low, asName])];
}
