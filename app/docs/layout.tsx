import type { Metadata } from "next";
import Link from "next/link";
import { readTheme } from "@/app/(portal)/viewer";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Wordmark } from "@/components/shell/wordmark";
import { ButtonLink } from "@/components/ui/button";
import { GuideNav } from "./guide-nav";

export const metadata: Metadata = { title: { default: "Guides", template: "%s · Opencals guides" } };

/** Guides for those who build receivers; open to everybody. */
export default async function DocsLayout({ children }: LayoutProps<"/docs">) {
  return (
    <>
      <SkipLink>Skip to the guide</SkipLink>
      <header className="border-line bg-surface border-b">
        <div className="mx-auto flex h-14 max-w-[1080px] items-center gap-3 px-4">
          <Link href="/docs" className="font-display text-ink-2 text-[17px]/[22px] font-medium">
            <Wordmark strong="text-ink" />
          </Link>
          <ThemeSwitch
            chosen={await readTheme()}
            className="rounded-control text-ink-2 hover:bg-sunken ml-auto grid size-9 place-items-center"
          />
          <ButtonLink href="/" size="s">
            Open the portal
          </ButtonLink>
        </div>
      </header>
      <div className="desk:grid-cols-[200px_minmax(0,1fr)] desk:gap-12 desk:py-10 mx-auto grid max-w-[1080px] gap-6 px-4 py-5">
        <GuideNav />
        <main id="main" className="max-w-[70ch] min-w-0 text-[1rem]/[1.625rem]">
          {children}
        </main>
      </div>
    </>
  );
}
