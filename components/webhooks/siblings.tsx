import clsx from "clsx";
import Link from "next/link";
import { statusTones, statusWord } from "@/components/ui/status-badge";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { formatDuration } from "@/lib/platform/format-figure";
import type { DeliveryDetail } from "@/lib/webhooks/contract";

type SiblingsProps = { siblings: DeliveryDetail["siblings"]; base: string };

/** What became of the same event at the store's other endpoints. */
export function Siblings({ siblings, base }: SiblingsProps) {
  return (
    <ul className="text-dense">
      {siblings.map(({ id, endpointName, status, durationMs }) => (
        <li
          key={id}
          className="border-line desk:px-4.5 relative flex min-h-(--row-dense) items-center justify-between gap-3 border-t px-3.5"
        >
          <Link
            href={`${base}/${id}`}
            className="font-[550] decoration-(--line-strong) underline-offset-[3px] after:absolute after:inset-0 hover:underline"
          >
            {endpointName}
          </Link>
          <span
            className={clsx(
              "inline-flex items-center gap-[7px] font-medium tabular-nums",
              statusTones[status],
            )}
          >
            <StatusGlyph glyph={status} word={statusWord(status)} />
            {durationMs === null ? "" : formatDuration(durationMs)}
          </span>
        </li>
      ))}
    </ul>
  );
}
