import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readTheme, readViewpoint } from "@/app/(portal)/viewer";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { ViewpointProvider } from "@/components/ui/viewpoint";
import { isInboxOpen } from "@/lib/mail";

export const metadata: Metadata = { title: { default: "Inbox", template: "%s · Inbox" } };

/** Where mail can be read on one's own machine. There is nobody to sign in as: it is closed unless the settings open it. */
export default async function InboxLayout({ children }: LayoutProps<"/inbox">) {
  if (!isInboxOpen()) notFound();
  return (
    <ViewpointProvider {...await readViewpoint("UTC")}>
      <SkipLink>Skip to the mail</SkipLink>
      <header className="text-on-cover bg-cover">
        <div className="mx-auto flex h-14 max-w-[960px] items-center gap-3 px-4">
          <Link href="/inbox" className="font-display text-[17px]/[22px] font-medium">
            Local inbox
          </Link>
          <p className="text-caption text-on-cover-2 desk:block hidden">
            Nothing here has left this machine.
          </p>
          <ThemeSwitch
            chosen={await readTheme()}
            className="rounded-control hover:bg-cover-2 ml-auto grid size-9 place-items-center"
          />
          <Link href="/" className="text-dense hover:underline">
            Open the portal
          </Link>
        </div>
      </header>
      <main id="main" className="desk:py-8 mx-auto grid max-w-[960px] gap-5 px-4 py-6">
        {children}
      </main>
    </ViewpointProvider>
  );
}
