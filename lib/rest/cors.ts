import { DomainError } from "@/lib/platform/errors";

/** The caller's key may not be used from this web page: the one error that the page itself may not read. */
export class OriginRefused extends DomainError {
  constructor(origin: string) {
    super("forbidden", `This key may not be used from ${origin}. Add the origin to the key.`);
  }
}

/** Answers any origin: a preflight carries no key, so only the request that follows can be judged. */
export function preflight(request: Request): Response {
  const headers = new Headers({
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers":
      request.headers.get("access-control-request-headers") ??
      "authorization, content-type, x-api-key, x-api-version, x-cart-id",
    "access-control-max-age": "600",
  });
  const response = new Response(null, { status: 204, headers });
  allowOrigin(request, response);
  return response;
}

/** Lets the calling page read the response. */
export function allowOrigin(request: Request, response: Response): void {
  const origin = request.headers.get("origin");
  response.headers.append("vary", "Origin");
  if (!origin) return;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-expose-headers", "retry-after, x-request-id");
}
