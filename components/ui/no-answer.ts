import { unreachable } from "./unreachable";

/** Why a server action gave no answer, and what is known of what it did. */
export function whyNoAnswer(error: unknown): { title: string; text: string } {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  if (digest === unreachable)
    return { title: "We cannot reach our database.", text: "Nothing was changed. Try again in a minute." };
  if (digest) return { title: "This did not work.", text: `Reference ${String(digest)}` };
  return { title: "No connection.", text: "We do not know whether it was done. Look before you try again." };
}
