import "server-only";
import { OpencalsApiError, setupOpencals } from "@opencals/storefront-sdk";
import { env } from "../env";
import { StorefrontError } from "./storefront-error";

/** A hanging answer would keep a page from being refreshed, also after the API is well again. */
const timeoutMs = 8_000;

let isSetUp = false;

function setUp(): void {
  if (isSetUp) return;
  const { OPENCALS_API_URL: baseUrl, OPENCALS_API_KEY: apiKey } = env();
  setupOpencals({ baseUrl, apiKey });
  isSetUp = true;
}

/** The catalogue: kept as long as the setting says, and by a tag that can be made stale at once. */
const catalogueTag = "catalogue";
const kept = () => ({
  next: { revalidate: env().CATALOGUE_REVALIDATE_SECONDS, tags: [catalogueTag] },
  throwOnError: true as const,
  signal: AbortSignal.timeout(timeoutMs),
});

/** Times, baskets and bookings: asked for at every request, never kept. */
const live = () => ({
  cache: "no-store" as const,
  throwOnError: true as const,
  signal: AbortSignal.timeout(timeoutMs),
});

/** The client answers with `{error}` unless it is told to throw; a page made from that would be kept as a good one. */
export async function ask<T>(
  freshness: "kept" | "live",
  call: (
    options: ReturnType<typeof kept> | ReturnType<typeof live>,
  ) => Promise<{ data: T; response: Response }>,
): Promise<{ data: T; asOf: string }> {
  setUp();
  try {
    const { data, response } = await call(freshness === "kept" ? kept() : live());
    return { data, asOf: new Date(response.headers.get("date") ?? Date.now()).toISOString() };
  } catch (error) {
    throw toStorefrontError(error);
  }
}

function toStorefrontError(error: unknown): StorefrontError {
  if (!(error instanceof OpencalsApiError))
    return new StorefrontError("unreachable", "The salon's system does not answer.", { cause: error });
  const { status, message } = error;
  if (status === 404) return new StorefrontError("not-found", message, { cause: error });
  if (status === 409) return new StorefrontError("taken", message, { cause: error });
  if (status === 400)
    return new StorefrontError("refused", message, { cause: error, fields: error.toFieldErrors() });
  if (status === 401) return new StorefrontError("not-allowed", message, { cause: error });
  return new StorefrontError("unreachable", message, { cause: error });
}
