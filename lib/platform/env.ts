import { z } from "zod";

/** `host:port` pairs, comma-separated. */
const HostPorts = z
  .string()
  .default("")
  .transform((list) =>
    list
      .split(",")
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^\S+:\d+$/, "Write each exception as host:port.")));

/** `id:base64` pairs, newest first: the first encrypts, all decrypt. */
const EncryptionKeys = z
  .string()
  .regex(
    /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
    "Write each key as id:base64 of 32 bytes.",
  )
  .transform((list) =>
    list.split(",").map((item) => {
      const [id = "", key = ""] = item.split(/:(.*)/s);
      return { id, key: Buffer.from(key, "base64") };
    }),
  );

const Secret = z.string().min(32, "Give at least 32 characters.");
const Switch = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const Milliseconds = z.coerce.number().int().positive();

/** Every setting of every process. docs/configuration.md explains each. */
const Env = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    DATABASE_URL: z.url("Set DATABASE_URL to a PostgreSQL connection string."),
    DATABASE_POOL: z.coerce.number().int().min(2).default(20),
    /** Where the portal is reached; links, cookies and the test provider's pages hang on it. */
    APP_URL: z.url().default("http://localhost:3000"),
    /** Signs the portal's session cookies. */
    AUTH_SECRET: Secret,
    /** Signs customers' access and refresh tokens. */
    CUSTOMER_TOKEN_SECRET: Secret,
    /** Encrypts endpoint secrets at rest. */
    ENCRYPTION_KEYS: EncryptionKeys,
    /** Webhook targets that may be http or not public. */
    WEBHOOK_ALLOWED_TARGETS: HostPorts,
    /** DNS servers for webhook targets; empty: the system's. */
    WEBHOOK_DNS_SERVERS: z
      .string()
      .default("")
      .transform((list) =>
        list
          .split(",")
          .map((s) => s.trim())
          .filter(Boolean),
      ),
    WEBHOOK_CONNECT_TIMEOUT_MS: Milliseconds.default(5_000),
    WEBHOOK_TIMEOUT_MS: Milliseconds.max(25_000, "A claim lasts 30 s: give at most 25000.").default(15_000),
    /** A drain starts no attempt in a step that has run this long. */
    DRAIN_STEP_MS: Milliseconds.default(20_000),
    /** embedded engine: run it in this web process (`web`) or leave it to `npm run worker` (`worker`). */
    ENGINE_IN: z.enum(["web", "worker"]).default("web"),
    /** An Inngest dev server's URL, or 1 for the default one. */
    INNGEST_DEV: z.string().optional(),
    INNGEST_EVENT_KEY: z.string().optional(),
    INNGEST_SIGNING_KEY: z.string().optional(),
    INNGEST_BASE_URL: z.url().optional(),
    /** Requests a minute per storefront key and client address. */
    STOREFRONT_RATE_LIMIT: z.coerce.number().int().positive().default(600),
    /** Storefront sign-ins and token refreshes in 10 seconds per key and client address. */
    STOREFRONT_AUTH_RATE_LIMIT: z.coerce.number().int().positive().default(20),
    /** Storefront sign-ups a minute per key and client address. */
    STOREFRONT_SIGN_UP_RATE_LIMIT: z.coerce.number().int().positive().default(10),
    /** Wrong passwords in 15 minutes: per member and per address, and per customer of a store. */
    SIGN_IN_RATE_LIMIT: z.coerce.number().int().positive().default(10),
    /** Reverse proxies in front of us whose X-Forwarded-For may be believed. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
    /** Offers the redirecting test provider; never where real money is taken. */
    TEST_PAYMENTS: Switch,
    /** Where mail is handed over: smtp://user:password@host:587. Without it mail stays in the local inbox. */
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "Write smtp://user:password@host:port." }).optional(),
    /** The address that mail comes from; its name is the store's. */
    MAIL_FROM: z.email().optional(),
    /** Shows the local inbox at /inbox to anybody who reaches this app; for one's own machine. */
    MAIL_INBOX: Switch,
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .refine((env) => !env.SMTP_URL || env.MAIL_FROM, {
    path: ["MAIL_FROM"],
    message: "Say which address mail comes from, since SMTP_URL is set.",
  });
export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** The settings, parsed at the first call. Throws one error that names every setting that is missing or wrong. */
export function env(): Env {
  return (parsed ??= parse(process.env));
}

/** next-auth takes its own address from the environment only; unset, it would follow the request's Host or guess. */
export function shareAppUrl(): void {
  process.env.NEXTAUTH_URL = env().APP_URL;
}

function parse(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings are missing or wrong:\n${lines.join("\n")}\nSee .env.example.`);
}
