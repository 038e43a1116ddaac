import Link from "next/link";
import { brand } from "~/lib/brand";

export function SiteFooter() {
  return (
    <footer className="foot">
      <p>{brand.line}</p>
      <p>{brand.hours}</p>
      <p>
        <Link href="/webhooks">What the salon’s system told us</Link>
      </p>
    </footer>
  );
}
