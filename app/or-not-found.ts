import { notFound } from "next/navigation";
import { sqlState } from "@/lib/platform/database-error";
import { DomainError } from "@/lib/platform/errors";

/** A NUL in an address: no text of the database holds one, so that nothing has it. */
const untranslatable = "22021";

/** The page's 404 for what a verb does not find. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") notFound();
    if (sqlState(error) === untranslatable) notFound();
    throw error;
  }
}
