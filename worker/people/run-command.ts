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
    process.exitCode = 1;
    if (error instanceof DomainError) console.error(error.message);
    else console.error([...mistakes(error, flags), "", usage].join("\n"));
  } finally {
    await closeDb();
  }
}

/** What is wrong with the arguments, a line for each; throws what is something else. */
function mistakes(error: unknown, flags: Record<string, string>): string[] {
  if (error instanceof ZodError)
    return error.issues.map(({ path, message }) => {
      const property = path.join(".");
      return `${flags[property] ?? flags[String(path[0])] ?? property}: ${message}`;
    });
  const { code, message } = error as { code?: unknown; message: string };
  if (String(code).startsWith("ERR_PARSE_ARGS")) return [message];
  throw error;
}
