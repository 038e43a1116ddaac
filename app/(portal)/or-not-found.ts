import { notFound } from "next/navigation";
import { DomainError } from "@/lib/platform/errors";

/** The page's 404 for what a verb does not find. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") notFound();
    throw error;
  }
}
