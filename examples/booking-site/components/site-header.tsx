"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { brand } from "~/lib/brand";

export function SiteHeader() {
  const path = usePathname();
  const isShopping = path === "/" || path.startsWith("/services");
  return (
    <header className="top">
      <Link className="logo" href="/">
        {brand.name}
      </Link>
      <nav aria-label="Main">
        <Link href="/" aria-current={isShopping ? "true" : undefined}>
          Services
        </Link>
      </nav>
      <div className="right">
        <BasketLink />
      </div>
    </header>
  );
}

/** The pages around it are the same for everybody, so the number comes from a cookie, in the browser. */
function BasketLink() {
  const count = useSyncExternalStore(nothingTells, readCount, () => 0);
  return (
    <Link className={count > 0 ? "cart on" : "cart"} href="/checkout" prefetch={false}>
      Basket<span className="sr">, kept times: </span>
      <b>{count}</b>
    </Link>
  );
}

const nothingTells = () => () => {};

const readCount = (): number => Number(/(?:^|; )odile_basket_count=(\d+)/.exec(document.cookie)?.[1] ?? 0);
