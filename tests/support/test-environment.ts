/** The settings every tested process gets; none of them is a secret of anybody. */
export const testEnvironment: Record<string, string> = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  AUTH_SECRET: "test-auth-secret-test-auth-secret-test",
  CUSTOMER_TOKEN_SECRET: "test-customer-secret-test-customer-secret",
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  TEST_PAYMENTS: "1",
  // Nobody listens there: no test asks a name server that is not its own.
  WEBHOOK_DNS_SERVERS: "127.0.0.1:1",
  LOG_LEVEL: "warn",
};
