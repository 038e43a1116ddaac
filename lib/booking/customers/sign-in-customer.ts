import { countSignInAttempt, uncountSignInAttempt, verifyPassword, type Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { SignInInput } from "./customer-input";
import { issueTokens, type CustomerTokens } from "./issue-tokens";

/**
 * Tokens for an account's e-mail address and password. Throws `unauthorized`, saying the same whichever was wrong, and
 * `throttled` after too many wrong guesses at one account, from wherever they come.
 */
export async function signInCustomer(ctx: Ctx, input: SignInInput): Promise<CustomerTokens> {
  const { storeId, tx = db() } = ctx;
  const { email, password } = SignInInput.parse(input);
  const guessing = { "customer-sign-in": `${storeId}:${email}` };
  await countSignInAttempt(guessing);
  const customer = await tx.customer.findFirst({ where: { storeId, email } });
  const matches = await verifyPassword(customer?.passwordHash ?? undefined, password);
  if (!customer || !matches)
    throw new DomainError("unauthorized", "Unauthorized: the e-mail address or the password is wrong.");
  await uncountSignInAttempt(guessing);
  return issueTokens(tx, { storeId, customerId: customer.id });
}
