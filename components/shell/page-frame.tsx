import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Crumbs, type Crumb } from "./crumbs";
import { FindButton, FindField } from "./find";
import { ThemeSwitch } from "./theme-switch";
import type { Theme } from "./theme";

type PageFrameProps = {
  above: Crumb[];
  here: string;
  /** On a phone, what the cover bar says in place of the spine. */
  cover: ReactNode;
  /** Both bars have a way to find things. */
  withFind?: boolean;
  /** In the bar, how fresh the page is. */
  freshness?: ReactNode;
  theme: Theme;
  profile: ReactNode;
  children: ReactNode;
};

/** One page: its bar (a cover bar on a phone) and its content. */
export function PageFrame({
  above,
  here,
  cover,
  withFind,
  freshness,
  theme,
  profile,
  children,
}: PageFrameProps) {
  const up = above.at(-1);
  return (
    <>
      <header className="text-on-cover desk:hidden sticky top-0 z-10 flex items-center gap-1 bg-cover p-1.5 px-2">
        {up && (
          <Link
            href={up.href}
            aria-label={`Back to ${up.name}`}
            className="grid size-11 flex-none place-items-center"
          >
            <ChevronLeft aria-hidden className="size-4" strokeWidth={1.5} />
          </Link>
        )}
        <div className="min-w-0 flex-1">{cover}</div>
        {withFind && <FindButton />}
        <ThemeSwitch chosen={theme} className="grid size-11 flex-none place-items-center" />
        {profile}
      </header>
      <header className="border-line bg-canvas/94 desk:flex sticky top-0 z-10 hidden h-[54px] items-center gap-3 border-b px-8 backdrop-blur-[6px]">
        <Crumbs above={above} here={here} />
        <span className="ml-auto" />
        {withFind && <FindField />}
        {freshness}
        <ThemeSwitch
          chosen={theme}
          className="rounded-control text-ink-2 hover:bg-sunken hover:text-ink grid size-[34px] flex-none place-items-center"
        />
        {profile}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="desk:gap-6 desk:px-8 desk:pt-7 desk:pb-14 mx-auto grid w-full max-w-[1240px] flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4.5 px-4 pt-4.5 pb-8 outline-none"
      >
        {children}
      </main>
    </>
  );
}
