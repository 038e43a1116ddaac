import { currentMember } from "@/app/(portal)/member";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { countFailingEndpoints } from "@/lib/webhooks";

/** How many endpoints need someone; nothing when none does. */
export async function FailingCount({ slug }: { slug: string }) {
  const { ctx } = await currentMember(slug);
  const failing = await countFailingEndpoints(ctx);
  if (failing === 0) return null;
  return (
    <span className="inline-flex items-center gap-[5px] tabular-nums [--knock:var(--cover)]">
      <StatusGlyph glyph="failed" />
      {failing}
      <span className="sr-only"> failing</span>
    </span>
  );
}
