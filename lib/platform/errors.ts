export type ErrorCode =
  | "invalid"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "precondition"
  | "throttled"
  | "unavailable";

/** What was wrong with one part of the input; `property` is the caller's own name for it ("slot.fromDate"). */
export type FieldError = { property: string; messages: string[] };

type Details = { fields?: FieldError[]; retryAfterSeconds?: number; cause?: unknown };

/** The caller's mistake or misfortune, in words the caller may read. Each edge maps `code` to its own status. */
export class DomainError extends Error {
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message, { cause: details.cause });
    this.name = "DomainError";
    this.fields = details.fields ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** `what` begins a sentence: "The order". Also for what is another store's, so that nobody learns that it exists. */
export const notFound = (what: string) => new DomainError("not-found", `${what} was not found.`);

/** The input is well, and what there is by now stands against it. */
export const conflict = (message: string, details?: Details) => new DomainError("conflict", message, details);

/** One property of the input is wrong; `message` says what to write instead. */
export const invalid = (property: string, message: string) =>
  new DomainError("invalid", message, { fields: [{ property, messages: [message] }] });
