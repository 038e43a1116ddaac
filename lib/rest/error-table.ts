import { isUnreachable } from "@/lib/platform/database-error";
import { DomainError, type ErrorCode, type FieldError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { RequestError } from "./request-error";

/** The one table from what a verb throws to what an HTTP caller gets. */
const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  precondition: 400,
  throttled: 429,
  unavailable: 503,
};

type ErrorBody = { statusCode: number; message: string; errors?: FieldError[] };

/** Never lets a cause out: what is not meant for callers goes to the log, under the request's id. */
export function errorResponse(error: unknown, requestId: string): Response {
  if (error instanceof RequestError) return respond(error.status, error.message, error.fields);
  if (error instanceof DomainError) {
    const response = respond(statuses[error.code], error.message, error.fields);
    if (error.retryAfterSeconds !== undefined)
      response.headers.set("retry-after", String(error.retryAfterSeconds));
    return response;
  }
  log.error({ err: error, requestId }, "request failed");
  if (isUnreachable(error)) {
    const response = respond(503, "The service cannot be reached right now. Try again in a moment.");
    response.headers.set("retry-after", "5");
    return response;
  }
  return respond(500, `We failed to answer this, and have logged why. Tell us this request id: ${requestId}`);
}

function respond(statusCode: number, message: string, fields: FieldError[] = []): Response {
  const body: ErrorBody = { statusCode, message, ...(fields.length ? { errors: fields } : {}) };
  return Response.json(body, { status: statusCode });
}
