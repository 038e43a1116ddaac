/**
 * What can go wrong between the site and the store. `taken`: somebody was faster. `refused`: the request was wrong, by
 * `fields`. `unreachable`: no answer, or one that asks us to come back later.
 */
export type StorefrontFailure = "not-found" | "taken" | "refused" | "not-allowed" | "unreachable";

export class StorefrontError extends Error {
  readonly fields: Record<string, string>;

  constructor(
    readonly failure: StorefrontFailure,
    message: string,
    { cause, fields = {} }: { cause?: unknown; fields?: Record<string, string> } = {},
  ) {
    super(message, { cause });
    this.name = "StorefrontError";
    this.fields = fields;
  }
}

export const isFailure = (error: unknown, failure: StorefrontFailure): error is StorefrontError =>
  error instanceof StorefrontError && error.failure === failure;
