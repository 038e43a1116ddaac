import type { MDXComponents } from "mdx/types";
import Link from "next/link";
import { isValidElement, type ComponentProps, type ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";

/** How the guides' Markdown is drawn. */
const components: MDXComponents = {
  h1: ({ children }) => <h1 className="title mb-4">{children}</h1>,
  h2: ({ id, children }) => (
    <h2 id={id} className="head mt-9 mb-2 scroll-mt-20 text-[1.375rem]/[1.75rem]">
      {children}
    </h2>
  ),
  h3: ({ id, children }) => (
    <h3 id={id} className="mt-6 mb-1.5 scroll-mt-20 text-[1.0625rem]/[1.5rem] font-semibold">
      {children}
    </h3>
  ),
  p: ({ children }) => <p className="my-3.5">{children}</p>,
  ul: ({ children }) => <ul className="my-3.5 grid list-disc gap-1.5 pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="my-3.5 grid list-decimal gap-1.5 pl-5">{children}</ol>,
  strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
  a: ({ href = "", children }) => (
    <Link href={href} className="link">
      {children}
    </Link>
  ),
  table: ({ children }) => (
    <div
      tabIndex={0}
      role="group"
      aria-label="Table"
      className="border-line rounded-control bg-surface my-5 overflow-x-auto border"
    >
      <table className="text-body w-full min-w-[30rem] border-collapse">{children}</table>
    </div>
  ),
  th: ({ children }) => (
    <th scope="col" className="border-line text-dense text-ink-3 border-b px-3.5 py-2 text-left font-medium">
      {children}
    </th>
  ),
  td: ({ children }) => <td className="border-line border-t px-3.5 py-2 align-top">{children}</td>,
  pre: Fence,
};

export const useMDXComponents = (): MDXComponents => components;

const languages: Record<string, string> = {
  env: ".env",
  http: "HTTP",
  js: "JavaScript",
  json: "JSON",
  sh: "Terminal",
  sql: "SQL",
  ts: "TypeScript",
};

/** A first line that names a file becomes the block's caption. */
function Fence({ children }: ComponentProps<"pre">) {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children)) return <pre>{children}</pre>;
  const source = String(children.props.children).trimEnd();
  const language = /language-(\w+)/.exec(children.props.className ?? "")?.[1] ?? "";
  const [line = "", file] = /^\/\/ (\S+\.\w+)\n/.exec(source) ?? [];
  const text = source.slice(line.length);
  const caption = file ?? languages[language] ?? "Text";
  return (
    <div className="my-5">
      <CodeBlock caption={caption} label={`the code, ${caption}`} text={text} />
    </div>
  );
}
