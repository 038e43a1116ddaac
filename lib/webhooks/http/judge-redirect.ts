import type { FailureKind } from "../deliveries/shapes";
import { leadsInside } from "./parse-target";

/**
 * What an answer 3xx from `url` is told as. No redirect is followed, so that nothing is looked up for one: what is judged is
 * the text of its location.
 */
export function judgeRedirect(
  location: string | undefined,
  url: URL | undefined,
): { kind: FailureKind; detail: string | null } {
  if (location !== undefined && URL.canParse(location, url) && leadsInside(new URL(location, url)))
    return {
      kind: "blocked-address",
      detail: `It redirects to ${location}, which is not a public address. We never follow redirects.`,
    };
  return { kind: "redirect", detail: location ?? null };
}
