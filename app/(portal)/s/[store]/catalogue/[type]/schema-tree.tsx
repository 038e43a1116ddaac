import { ChevronRight } from "lucide-react";
import type { SchemaNode } from "@/lib/events";
import { describeSchema } from "./describe-schema";

/** Unfolded at first: the envelope, `data`, and what it is about. */
const openDepth = 2;

/** What a body holds, part by part; parts that hold others fold. */
export function SchemaTree({ schema }: { schema: SchemaNode }) {
  return <Fields fields={describeSchema(schema).fields} depth={0} />;
}

function Fields({ fields, depth }: { fields: [string, SchemaNode][]; depth: number }) {
  return (
    <ul className={depth > 0 ? "border-line ml-[7px] border-l pl-3" : ""}>
      {fields.map(([name, node]) => (
        <Field key={name} name={name} node={node} depth={depth} />
      ))}
    </ul>
  );
}

function Field({ name, node, depth }: { name: string; node: SchemaNode; depth: number }) {
  const { word, fields } = describeSchema(node);
  const line = (
    <span className="min-w-0">
      <span className="ident text-ink font-[550]">{name}</span>{" "}
      <span className="text-dense text-ink-3">{word}</span>
      {node.description && <span className="text-dense text-ink-2 block">{node.description}</span>}
    </span>
  );
  if (fields.length === 0) return <li className="py-[3px] pl-5">{line}</li>;
  return (
    <li>
      <details open={depth < openDepth} className="group/fold">
        <summary className="rounded-control hover:bg-hover flex cursor-pointer list-none items-start gap-1 py-[3px] [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="text-ink-3 mt-0.5 size-4 flex-none transition-transform duration-(--time-quick) [details[open]>summary>&]:rotate-90"
            strokeWidth={1.5}
          />
          {line}
        </summary>
        <Fields fields={fields} depth={depth + 1} />
      </details>
    </li>
  );
}
