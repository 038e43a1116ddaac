import Link from "next/link";
import { Fragment } from "react";

export type Crumb = { name: string; href: string };

/** Where this page is: the ways up, then the page itself. */
export function Crumbs({ above, here }: { above: Crumb[]; here: string }) {
  return (
    <nav aria-label="Breadcrumb" className="text-ink-3 flex min-w-0 items-center gap-2 whitespace-nowrap">
      {above.map(({ name, href }) => (
        <Fragment key={href}>
          <Link href={href} className="hover:text-ink max-w-[24ch] shrink-0 truncate">
            {name}
          </Link>
          <span aria-hidden="true">/</span>
        </Fragment>
      ))}
      <span aria-current="page" className="text-ink truncate font-medium">
        {here}
      </span>
    </nav>
  );
}
