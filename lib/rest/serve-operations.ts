import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { requireStorable } from "@/lib/platform/storable";
import { allowOrigin, OriginRefused, preflight } from "./cors";
import { errorResponse } from "./error-table";
import type { Operation } from "./operation";
import { readBody } from "./read-body";
import { readQuery } from "./read-query";
import { unreadablePath } from "./request-error";
import { RouteTable } from "./route-table";

type Authenticate<Access, Caller> = (
  request: Request,
  operation: Operation<Access, Caller>,
) => Promise<Caller>;

/** One API as a function of web requests: authenticate → parse → run → serialise, every failure through the error table. */
export function serveOperations<Access, Caller>(
  operations: readonly Operation<Access, Caller>[],
  authenticate: Authenticate<Access, Caller>,
): (request: Request) => Promise<Response> {
  const table = new RouteTable(operations);

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const method = request.method === "HEAD" ? "GET" : request.method;
    const { route: operation, params } = table.find(method, url.pathname);
    const caller = await authenticate(request, operation);
    requireStorable(params);
    const query = readQuery(url.searchParams);
    const body = operation.body && (await readBody(request));
    const result = await operation.execute(caller, { params, query, body });
    if (result === undefined) return new Response(null, { status: 204 });
    // Our own promise to integrators, checked wherever it costs nobody time.
    if (env().NODE_ENV !== "production") operation.response?.parse(result);
    return Response.json(result, { status: operation.status ?? 200 });
  }

  return (request) => respond(request, answer);
}

/** The answer to a request whose path cannot be decoded, for whoever routes before the operations do. */
export const refuseUnreadablePath = (request: Request): Promise<Response> =>
  respond(request, () => Promise.reject(unreadablePath()));

async function respond(request: Request, answer: (request: Request) => Promise<Response>): Promise<Response> {
  if (request.method === "OPTIONS") return preflight(request);
  const requestId = newId();
  let response: Response;
  try {
    response = await answer(request);
    allowOrigin(request, response);
  } catch (error) {
    response = errorResponse(error, requestId);
    if (!(error instanceof OriginRefused)) allowOrigin(request, response);
  }
  response.headers.set("x-request-id", requestId);
  response.headers.set("cache-control", "no-store");
  return response;
}
