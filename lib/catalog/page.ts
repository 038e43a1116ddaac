import type { Prisma } from "@/lib/platform/db";

export type PageInput = { page: number; take: number; order: "ASC" | "DESC" };

export type Page<Item> = { items: Item[]; itemCount: number };

export const rowsOf = ({ page, take }: PageInput) => ({ skip: (page - 1) * take, take });

export const directionOf = ({ order }: PageInput): Prisma.SortOrder => (order === "DESC" ? "desc" : "asc");

/** A search that ignores case; undefined, which matches all, without words. */
export const containing = (words: string | undefined) =>
  words ? { contains: words, mode: "insensitive" as const } : undefined;
