import { createApiKey, systemCtx } from "@/lib/identity";

/** A storefront key of the store; from any origin unless some are named. */
export async function makeApiKey(input: { storeId: string; allowedOrigins?: string[] }) {
  const { storeId, allowedOrigins = [] } = input;
  return createApiKey(systemCtx(storeId), { name: "Website", allowedOrigins });
}
