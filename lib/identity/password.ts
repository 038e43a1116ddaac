import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's minimum: 19 MiB, two passes; some 70 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody has: what an unknown account is checked against, so that it takes as long as a known one. */
let nobody: Promise<string> | undefined;

/** Some 70 ms of a processor, and 19 MiB, each time. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Takes the same time whether the account exists (`passwordHash`) or not (`undefined`). */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== undefined;
}
