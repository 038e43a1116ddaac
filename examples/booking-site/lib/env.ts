import { z } from "zod";

/** Every setting of the site; .env.example explains each. */
const Env = z.object({
  OPENCALS_API_URL: z.url("Set OPENCALS_API_URL to the address of the Storefront API."),
  OPENCALS_API_KEY: z.string().min(1, "Set OPENCALS_API_KEY to the store's key, sfk_…"),
  /** None: the receiver answers that it is not set up. */
  OPENCALS_WEBHOOK_SECRET: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((secret) => secret.trim())
        .filter(Boolean),
    ),
  SITE_URL: z.url().default("http://localhost:3001"),
  CATALOGUE_REVALIDATE_SECONDS: z.coerce.number().int().positive().default(300),
  SITE_DATA_DIR: z.string().default(".data"),
});
export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** The settings, parsed at the first request, so that a build needs none. Throws one error that names all that is wrong. */
export function env(): Env {
  return (parsed ??= parse(process.env));
}

function parse(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings are missing or wrong:\n${lines.join("\n")}\nSee .env.example.`);
}
