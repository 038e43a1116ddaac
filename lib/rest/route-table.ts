import { RequestError, unreadablePath } from "./request-error";
import type { Method } from "./operation";

type Routed = { method: Method; path: string };
type Match<R> = { route: R; params: Record<string, string> };

/** Finds the operation of a request. A literal segment wins over a parameter: `/products/slug/{slug}` over `/products/{id}/…`. */
export class RouteTable<R extends Routed> {
  private readonly routes: { route: R; segments: string[] }[];

  constructor(routes: readonly R[]) {
    this.routes = routes
      .map((route) => ({ route, segments: route.path.split("/") }))
      .sort((a, b) => firstParameter(b.segments) - firstParameter(a.segments));
  }

  /** Throws 404 where no operation has this path, 405 where one has it by another method. */
  find(method: string, pathname: string): Match<R> {
    const given = pathname.replace(/\/$/, "").split("/").map(decode);
    const onPath = this.routes.flatMap(({ route, segments }) => {
      const params = match(segments, given);
      return params ? [{ route, params }] : [];
    });
    const found = onPath.find(({ route }) => route.method === method);
    if (found) return found;
    if (onPath.length === 0) throw new RequestError(404, "This path does not exist.");
    throw new RequestError(405, `This path does not take ${method}.`);
  }
}

const isParameter = (segment: string) => segment.startsWith("{");

function firstParameter(segments: string[]): number {
  const index = segments.findIndex(isParameter);
  return index === -1 ? Infinity : index;
}

function match(pattern: string[], given: string[]): Record<string, string> | undefined {
  if (pattern.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = given[index] ?? "";
    if (isParameter(segment) && value !== "") params[segment.slice(1, -1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw unreadablePath();
  }
}
