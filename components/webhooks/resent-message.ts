import type { ToastMessage } from "@/components/ui/toasts";
import { formatCount, formatPlural } from "@/lib/platform/format-figure";
import type { SkippedResend } from "@/lib/webhooks/contract";

export type Resent = { resent: number; skipped: SkippedResend[] };

/** What came of resending many; of those that were not resent, why the first was not. */
export function resentMessage({ resent, skipped }: Resent): ToastMessage {
  const [first] = skipped;
  if (!first) return { title: `${formatPlural(resent, "delivery")} resent.` };
  return {
    title: `${formatCount(resent)} resent, ${formatCount(skipped.length)} not.`,
    text: `${first.why}${skipped.length > 1 ? ` And ${skipped.length - 1} more.` : ""}`,
    tone: "failed",
  };
}
