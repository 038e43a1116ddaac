import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

type CodeBlockProps = {
  caption: ReactNode;
  label: string;
  text: string;
  children?: ReactNode;
  actions?: ReactNode;
};

/** Text to read and take away: what it is and how big, a copy of `text`, and the text itself or `children` in its place. */
export function CodeBlock({ caption, label, text, children, actions }: CodeBlockProps) {
  return (
    <div className="rounded-control border-line bg-sunken overflow-hidden border">
      <header className="border-line text-caption text-ink-2 flex items-center gap-2 border-b py-[5px] pr-1.5 pl-3">
        <span>{caption}</span>
        <span className="ml-auto flex items-center">
          {actions}
          <CopyButton text={text} what={label} word />
        </span>
      </header>
      <div
        tabIndex={0}
        role="group"
        aria-label={label}
        className="overflow-x-auto px-3.5 py-3 font-mono text-[12.5px]/5 tracking-[-0.01em] -outline-offset-2 [font-variant-ligatures:none]"
      >
        {children ?? <pre className="whitespace-pre">{text}</pre>}
      </div>
    </div>
  );
}
