import { expect } from "vitest";
import { DomainError } from "@/lib/platform/errors";

/** What a verb refused, and how; fails when it did not. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}
