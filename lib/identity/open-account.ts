import { z } from "zod";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { hashPassword } from "./password";

export const Person = z.object({
  email: z.email("Give an e-mail address, such as ines@odile.example.").max(254).toLowerCase(),
  name: z.string().trim().min(1, "Give the person's name.").max(100, "Give at most 100 characters."),
  password: z
    .string()
    .min(12, "Give a password of at least 12 characters.")
    .max(1024, "Give at most 1024 characters."),
});

/** A person who has an account keeps it, with its name and password: `isNew` is false then. */
export async function openAccount(
  tx: Tx,
  { email, name, password }: z.infer<typeof Person>,
): Promise<{ id: string; isNew: boolean }> {
  const account = { id: newId(), email, name, passwordHash: await hashPassword(password) };
  const { count } = await tx.user.createMany({ data: account, skipDuplicates: true });
  if (count === 1) return { id: account.id, isNew: true };
  const { id } = await tx.user.findUniqueOrThrow({ where: { email } });
  return { id, isNew: false };
}
