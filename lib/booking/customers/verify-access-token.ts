import { readCustomerToken } from "./customer-tokens";

/** The id of the customer of this store who holds the access token. Throws `unauthorized`, or `forbidden` for another store's. */
export async function verifyAccessToken(storeId: string, token: string): Promise<string> {
  const { customerId } = await readCustomerToken("access", storeId, token);
  return customerId;
}
