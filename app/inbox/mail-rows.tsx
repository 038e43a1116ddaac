import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { MailListItem } from "@/lib/mail/contract";

/** Newest first: whom it is to, what it is about, when it was written. */
export function MailRows({ mails }: { mails: MailListItem[] }) {
  return (
    <ol aria-label="Mails">
      {mails.map(({ id, subject, to, from, status, createdAt }) => (
        <li key={id} className="border-line relative border-b last:border-b-0">
          <Link
            href={`/inbox/${id}`}
            className="hover:bg-hover desk:px-4.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 px-3.5 py-3 -outline-offset-2"
          >
            <span className="truncate font-[550]">{subject}</span>
            <span className="text-caption text-ink-2 self-center">
              <Time iso={createdAt} />
            </span>
            <span className="text-dense text-ink-2 truncate">
              {from} to {to}
            </span>
            {status !== "kept" && <span className="text-caption text-ink-3 self-center">{status}</span>}
          </Link>
        </li>
      ))}
    </ol>
  );
}
