"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

const guides = [
  { href: "/docs", name: "Quick start" },
  { href: "/docs/verify-signatures", name: "Verify a signature" },
  { href: "/docs/retries", name: "Retries and idempotency" },
  { href: "/docs/polling", name: "Poll until webhooks suit you" },
];

export function GuideNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Guides" className="desk:sticky desk:top-10 desk:self-start">
      <ul className="desk:grid desk:gap-0.5 flex flex-wrap gap-x-1 gap-y-1">
        {guides.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className={clsx(
                "rounded-control desk:min-h-8 flex min-h-10 items-center px-2.5 py-1 font-medium",
                pathname === href
                  ? "bg-selected text-ink shadow-[inset_2px_0_0_var(--accent)]"
                  : "text-ink-2 hover:bg-hover hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
