import pino, { type LoggerOptions } from "pino";

/** What could carry a secret or a person's data, as far as its name tells. Postgres puts a refused row into `detail`. */
const cut = [
  ...["secret", "authorization", "cookie", "password"].flatMap((name) => [name, `*.${name}`]),
  "err.detail",
  "err.meta.driverAdapterError.cause.detail",
];

export const logOptions: LoggerOptions = {
  // Read directly: logging must work before, and in spite of, wrong settings.
  level: globalThis.process?.env["LOG_LEVEL"] || "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: cut, censor: "[cut]" },
  serializers: { err: describeError },
};

/** One line of JSON each. Secrets never reach it: what could carry one is cut here, too. */
export const log = pino(logOptions);

/** Of a call that Prisma itself refuses, its message quotes every argument; the last line says what was wrong. */
function describeError(error: unknown): unknown {
  const described: unknown = pino.stdSerializers.err(error as Error);
  if (!(error instanceof Error) || error.name !== "PrismaClientValidationError") return described;
  const message = error.message.trim().split("\n").at(-1) ?? "";
  return { ...(described as object), message, stack: error.stack?.replace(error.message, message) };
}
