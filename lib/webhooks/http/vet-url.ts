import { invalid } from "@/lib/platform/errors";
import { parseTarget } from "./parse-target";
import { resolveTarget } from "./resolve-target";
import { SendFailure } from "./send-failure";

/**
 * Checks a URL before it is saved: its text, and the addresses of its name where they can be had now. A name that cannot be
 * resolved yet is taken; every attempt vets again. Throws `invalid` on `url`.
 */
export async function vetUrl(entered: string): Promise<{ url: string; normalizedUrl: string }> {
  const target = parseTarget(entered);
  if ("refusal" in target) throw invalid("url", target.refusal);
  if (!target.isLiteral && !target.isExcepted) await refuseHidden(() => resolveTarget(target));
  const url = new URL(target.url);
  url.hash = "";
  const normalized = new URL(url);
  normalized.hostname = normalized.hostname.replace(/\.$/, "");
  return { url: url.href, normalizedUrl: normalized.href };
}

async function refuseHidden(resolve: () => Promise<unknown>): Promise<void> {
  try {
    await resolve();
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error;
    if (error.kind === "blocked-address") throw invalid("url", error.detail);
  }
}
