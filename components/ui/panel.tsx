import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      {...rest}
      className={clsx("rounded-panel border-line bg-surface shadow-sheet min-w-0 border", className)}
    />
  );
}

export function PanelHead({ id, title, children }: { id: string; title: string; children?: ReactNode }) {
  return (
    <header className="desk:px-4.5 desk:py-3.5 flex flex-wrap items-center gap-x-3 gap-y-2.5 px-3.5 py-3">
      <h2 id={id} className="head">
        {title}
      </h2>
      {children}
    </header>
  );
}

export function PanelFoot({ children }: { children: ReactNode }) {
  return (
    <footer className="border-line text-ink-2 desk:px-4.5 desk:py-3 flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-3.5 py-2.5">
      {children}
    </footer>
  );
}

/** The top of a page: its title, what is true of it now, and what can be done. */
export function PageHead({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 flex-[1_1_480px]">
        <h1 className="title">{title}</h1>
        {children}
      </div>
      {actions && <div className="desk:w-auto flex w-full flex-wrap items-start gap-2">{actions}</div>}
    </div>
  );
}
