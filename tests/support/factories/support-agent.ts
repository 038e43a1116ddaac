import { hashPassword } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { memberPassword } from "./member";

/** One of our own people, who may sign in to the support console. */
export async function makeSupportAgent(input: { name?: string; email?: string; password?: string } = {}) {
  const { name = "Sam Vermeulen", password = memberPassword } = input;
  const id = newId();
  const email = input.email ?? `${id}@opencals.example`;
  await db().user.create({
    data: { id, name, email, passwordHash: await hashPassword(password), supportAgent: { create: {} } },
  });
  return { id, name, email, password };
}
