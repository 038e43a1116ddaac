import { expect, test, vi } from "vitest";
import { z } from "zod";
import { answer } from "./answer";

test("text that cannot be stored is refused beside its field, before any work", async () => {
  const work = vi.fn(async () => "done");
  const schema = z.object({ reason: z.string() });
  expect(await answer(schema, { reason: "a\0b" }, work)).toMatchObject({
    fields: { reason: [expect.any(String)] },
  });
  expect(work).not.toHaveBeenCalled();
  expect(await answer(schema, { reason: "Zoë 💇" }, work)).toEqual({ done: "done" });
});
