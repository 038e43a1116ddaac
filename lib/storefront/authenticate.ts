import { verifyAccessToken } from "@/lib/booking";
import { findApiKey, type FoundApiKey } from "@/lib/identity";
import { clientAddress } from "@/lib/platform/client-address";
import { DomainError, invalid } from "@/lib/platform/errors";
import { throttle } from "@/lib/platform/throttle";
import { OriginRefused, type Operation } from "@/lib/rest";
import type { Access, Caller } from "./caller";
import { generalLimit } from "./limits";

/** Judges a request by its headers, cheapest first: version, key, origin, limits, then the customer. */
export async function authenticate(request: Request, operation: Operation<Access, Caller>): Promise<Caller> {
  const { headers } = request;
  requireVersion(headers);
  const key = await requireKey(headers);
  requireOrigin(headers, key);
  const who = `${key.id}:${clientAddress(headers)}`;
  await throttle(generalLimit(), who);
  if (operation.limit) await throttle(operation.limit(), who);
  const bearer = readBearer(headers);
  const customerId = await readCustomer(operation.access, bearer, key.storeId);
  return {
    ctx: { storeId: key.storeId, actor: { kind: "storefront", keyId: key.id, customerId } },
    cartId: headers.get("x-cart-id")?.trim() ?? "",
    bearer,
  };
}

function requireVersion(headers: Headers): void {
  const version = headers.get("x-api-version")?.trim() || "1";
  if (version !== "1") throw invalid("X-Api-Version", "The only version is 1.");
}

async function requireKey(headers: Headers): Promise<FoundApiKey> {
  const key = headers.get("x-api-key")?.trim();
  if (!key) throw new DomainError("unauthorized", "Send your storefront key (sfk_…) as X-Api-Key.");
  const found = await findApiKey(key);
  if (!found) throw new DomainError("unauthorized", "This X-Api-Key is unknown or was revoked.");
  return found;
}

/** Servers send no Origin; only a browser's page is held to the key's list. */
function requireOrigin(headers: Headers, { allowedOrigins }: FoundApiKey): void {
  const origin = headers.get("origin");
  if (!origin || allowedOrigins.length === 0 || allowedOrigins.includes(origin)) return;
  throw new OriginRefused(origin);
}

/** Clients of guests send an empty `Bearer`, which means absent. */
function readBearer(headers: Headers): string | null {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return token ?? null;
}

/** Where no customer is needed, a token that no longer holds makes a guest of its bearer; another store's never passes. */
async function readCustomer(access: Access, bearer: string | null, storeId: string): Promise<string | null> {
  if (access === "key") return null;
  if (bearer === null) {
    if (access === "customer") throw new DomainError("unauthorized", "Unauthorized: sign in first.");
    return null;
  }
  try {
    return await verifyAccessToken(storeId, bearer);
  } catch (error) {
    if (access === "optional-customer" && error instanceof DomainError && error.code === "unauthorized")
      return null;
    throw error;
  }
}
