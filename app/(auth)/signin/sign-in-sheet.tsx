import type { ReactNode } from "react";
import { AppointmentBook } from "@/components/shell/appointment-book";
import { Wordmark } from "@/components/shell/wordmark";

type SignInSheetProps = { cover?: "support"; motto: string; children: ReactNode };

/** The form on paper, and beside it the cover of the book that it opens. */
export function SignInSheet({ cover, motto, children }: SignInSheetProps) {
  return (
    <div data-cover={cover} className="desk:grid-cols-2 grid min-h-dvh">
      <main className="grid grid-rows-[auto_1fr] gap-8 px-[clamp(20px,8vw,120px)] py-8">
        <p className="font-display text-ink-2 w-full max-w-[400px] justify-self-center text-[17px]/[22px] font-medium">
          <Wordmark strong="text-ink" />
        </p>
        {children}
      </main>
      <aside className="text-on-cover desk:grid sticky top-0 hidden max-h-dvh grid-rows-[minmax(0,1fr)_auto] overflow-hidden bg-cover">
        <AppointmentBook />
        <p className="font-display max-w-[30ch] px-10 pt-[26px] pb-9 text-[22px]/[30px]">{motto}</p>
      </aside>
    </div>
  );
}
