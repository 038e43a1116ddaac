import type { Customer } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Prisma } from "@/lib/platform/db";

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

/** A guest who types an account's e-mail address learns nothing of the account by it. */
export function toCustomerSeenBy({ actor }: Ctx, row: Prisma.CustomerModel): Customer {
  const customer = toCustomer(row);
  const isStranger = actor.kind === "storefront" && actor.customerId !== row.id && customer.isPasswordSet;
  return isStranger ? { ...customer, firstName: null, lastName: null, phone: null } : customer;
}
