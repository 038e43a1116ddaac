"use client";

import { useState, type ReactNode } from "react";
import { formatBytes, formatCount } from "@/lib/platform/format-figure";
import { Button } from "./button";
import { CodeBlock } from "./code-block";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const openDepth = 2;

/** JSON that folds by object. `text` is what is copied: the bytes as they were sent. */
export function JsonView({ text, label }: { text: string; label: string }) {
  const [all, setAll] = useState<{ open: boolean; turn: number } | null>(null);
  const value = parse(text);
  const size = formatBytes(new TextEncoder().encode(text).length);
  if (value === undefined) return <CodeBlock caption={`Text, ${size}`} label={label} text={text} />;
  const next = !(all?.open ?? false);
  return (
    <CodeBlock
      caption={`JSON, ${size}`}
      label={label}
      text={text}
      actions={
        <Button
          variant="quiet"
          size="s"
          onClick={() => setAll((last) => ({ open: next, turn: (last?.turn ?? 0) + 1 }))}
        >
          {next ? "Unfold all" : "Fold all"}
        </Button>
      }
    >
      <div className="w-max whitespace-pre">
        <Node key={all?.turn ?? 0} value={value} depth={0} open={all?.open} tail="" />
      </div>
    </CodeBlock>
  );
}

type NodeProps = { name?: string; value: Json; depth: number; open?: boolean; tail: string };

function Node({ name, value, depth, open, tail }: NodeProps) {
  const [unfolded, setUnfolded] = useState(depth === 0 || (open ?? depth <= openDepth));
  const indent = "  ".repeat(depth);
  const key = name !== undefined && (
    <>
      <span className="json-key">{JSON.stringify(name)}</span>
      <Punct>: </Punct>
    </>
  );
  const entries = children(value);
  if (!entries || entries.length === 0)
    return (
      <div>
        {indent}
        {key}
        {entries ? <Punct>{Array.isArray(value) ? "[]" : "{}"}</Punct> : <Scalar value={value} />}
        <Punct>{tail}</Punct>
      </div>
    );
  const [opening, closing] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const fold = depth > 0 && (
    <button
      type="button"
      aria-expanded={unfolded}
      aria-label={`${unfolded ? "Fold" : "Unfold"} ${name ?? "this item"}`}
      onClick={() => setUnfolded(!unfolded)}
      className="text-ink-3 hover:text-accent -ml-[2ch] inline-block w-[2ch] text-left"
    >
      {unfolded ? "▾" : "▸"}
    </button>
  );
  return (
    <div>
      {indent}
      {fold}
      {key}
      <Punct>{opening}</Punct>
      {unfolded ? (
        <>
          {entries.map(([childName, child], index) => (
            <Node
              key={childName ?? index}
              name={childName}
              value={child}
              depth={depth + 1}
              open={open}
              tail={index < entries.length - 1 ? "," : ""}
            />
          ))}
          {indent}
        </>
      ) : (
        <span className="text-ink-3"> {summary(value, entries.length)} </span>
      )}
      <Punct>
        {closing}
        {tail}
      </Punct>
    </div>
  );
}

function Scalar({ value }: { value: Json }) {
  return (
    <span className={typeof value === "string" ? "json-string" : "json-number"}>{JSON.stringify(value)}</span>
  );
}

const Punct = ({ children: text }: { children: ReactNode }) => <span className="json-punct">{text}</span>;

function children(value: Json): [string | undefined, Json][] | undefined {
  if (Array.isArray(value)) return value.map((item) => [undefined, item]);
  return typeof value === "object" && value !== null ? Object.entries(value) : undefined;
}

/** "9 fields, “Tim Aerts”". */
function summary(value: Json, count: number): string {
  const many = `${formatCount(count)} ${Array.isArray(value) ? "item" : "field"}${count === 1 ? "" : "s"}`;
  if (Array.isArray(value) || typeof value !== "object" || value === null) return many;
  const { firstName, lastName } = value;
  const person = [firstName, lastName].filter((part) => typeof part === "string").join(" ");
  const title = [value.name, value.title, person].find((part) => typeof part === "string" && part !== "");
  return title ? `${many}, “${title}”` : many;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
