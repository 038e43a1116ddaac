import { z } from "zod";

const wholeNumber = () => z.coerce.number("Write a whole number.").int("Write a whole number.");

/** `?page=2&take=20&order=DESC`, as every list takes it. */
export const pageQuery = () =>
  z.object({
    page: wholeNumber().min(1, "The first page is 1.").max(100_000, "At most 100000.").default(1),
    take: wholeNumber().min(1, "At least 1.").max(100, "At most 100.").default(50),
    order: z.enum(["ASC", "DESC"], "Write ASC or DESC.").default("ASC"),
  });

/** `?orderBy=title`, of a list that can be ordered by these. */
export const orderedBy = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, `Write one of: ${names.join(", ")}.`).optional();

/** A parameter that may come once or repeated: `?status=pending&status=scheduled`. */
export const repeated = <S extends z.ZodType>(item: S) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(100, "At most 100 values.").optional(),
  );

/** A free-text search. */
export const SearchText = z.string().trim().max(200, "At most 200 characters.").optional();
