import { parseArgs, type ParseArgsConfig } from "node:util";
import { ZodError } from "zod";
import { closeDb } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Parses the arguments and runs `work`. What the person at the terminal can mend is printed, one line for each argument,
 * and ends with exit code 1; `flags` says which argument gives which property.
 */
export async function runCommand<O extends Options>(
  { usage, options, flags }: { usage: string; options: O; flags: Record<string, string> },
  work: (values: ReturnType<typeof parseArgs<{ options: O }>>["values"]) => Promise<void>,
): Promise<void> {
  try {
    await work(parseArgs({ options }).values);
  } catch (error) {
    const lines = refusal(error, flags);
    if (!lines) throw error;
    console.error([...lines, "", usage].join("\n"));
    process.exitCode = 1;
  } finally {
    await closeDb();
  }
}

function refusal(error: unknown, flags: Record<string, string>): string[] | null {
  if (error instanceof DomainError) return [error.message];
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => {
      const property = path.join(".");
      return `${flags[property] ?? property}: ${message}`;
    });
  const { code, message } = error as { code?: unknown; message: string };
  return String(code).startsWith("ERR_PARSE_ARGS") ? [message] : null;
}
