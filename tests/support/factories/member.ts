import { hashPassword, type Ctx, type Role } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

type MemberInput = { storeId: string; role?: Role; name?: string; email?: string; password?: string };

export const memberPassword = "correct horse battery staple";

/** A person who may sign in for the store, and the Ctx in which they act. */
export async function makeMember(input: MemberInput) {
  const { storeId, role = "owner", name = "Ines Claes", password = memberPassword } = input;
  const id = newId();
  const email = input.email ?? `${id}@members.example`;
  await db().user.create({
    data: {
      id,
      name,
      email,
      passwordHash: await hashPassword(password),
      memberships: { create: { storeId, role } },
    },
  });
  const ctx: Ctx = { storeId, actor: { kind: "member", id, name, role } };
  return { id, name, email, password, ctx };
}
