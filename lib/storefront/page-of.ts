import { z } from "zod";
import { PageMeta } from "@/lib/events/contract";

/** A page of a list, as every list of the API answers it. */
export const pageOf = <S extends z.ZodType>(item: S) => z.object({ data: z.array(item), meta: PageMeta });
