import type { Customer } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Prisma } from "@/lib/platform/db";
import { isSelf } from "./is-self";

export function toCustomer(row: Prisma.CustomerModel): Customer {
  return {
    id: row.id,
    externalId: row.externalId,
    firstName: row.firstName,
    lastName: row.lastName,
    email: row.email,
    phone: row.phone,
    password: null,
    storeId: row.storeId,
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    emailVerifiedAt: row.emailVerifiedAt?.toISOString() ?? null,
    deletedAt: null,
    isEmailVerified: row.emailVerifiedAt !== null,
    isPasswordSet: row.passwordHash !== null,
  };
}

type Given = { firstName?: string | null; lastName?: string | null; phone?: string | null };

/** A guest who types somebody's e-mail address sees what they gave, as somebody new would. */
export function toCustomerSeenBy(ctx: Ctx, row: Prisma.CustomerModel, given: Given): Customer {
  const customer = toCustomer(row);
  if (ctx.actor.kind !== "storefront" || isSelf(ctx, row.id)) return customer;
  const { firstName = null, lastName = null, phone = null } = given;
  const now = new Date().toISOString();
  return {
    ...customer,
    ...{ externalId: row.email, firstName, lastName, phone, createdAt: now, updatedAt: now },
    ...{ emailVerifiedAt: null, isEmailVerified: false, isPasswordSet: false },
  };
}
