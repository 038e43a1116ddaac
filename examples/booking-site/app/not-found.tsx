import type { Metadata } from "next";
import Link from "next/link";
import { Art } from "~/components/art";

export const metadata: Metadata = { title: "Not here" };

export default function NotFound() {
  return (
    <main id="main" className="wrap note">
      <span className="mini">
        <Art slug="a-parting" size="mini" />
      </span>
      <h1>This is not here any more</h1>
      <p className="lead">The address may be mistyped, or the service is no longer offered.</p>
      <Link className="go" href="/">
        See all services
      </Link>
    </main>
  );
}
