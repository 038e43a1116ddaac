import type { FieldError } from "@/lib/platform/errors";

/** The request is wrong as HTTP, before any operation saw it. */
export class RequestError extends Error {
  constructor(
    readonly status: 400 | 404 | 405 | 413 | 415,
    message: string,
    readonly fields: FieldError[] = [],
  ) {
    super(message);
    this.name = "RequestError";
  }
}

/** A path whose escapes make no text. */
export const unreadablePath = () => unreadable("path", "The path is not valid percent-encoded UTF-8.");

/** The request as a whole, or one property of it, cannot be read. */
export const unreadable = (property: string, message: string) =>
  new RequestError(400, message, [{ property, messages: [message] }]);
