import { operations } from "@/lib/storefront";
import { RouteTable } from "@/lib/rest/route-table";
import { officialShape } from "@/tests/client/shapes";

type CallInit = { method?: string; body?: unknown; headers?: Record<string, string>; text?: string };
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came is what the test asks about.
export type Answer = { status: number; headers: Headers; body: any };

const table = new RouteTable(operations);

/**
 * Calls the API as a client with `key` would; `text` is sent as it stands, `body` as JSON. Every success is held against
 * our schema of the operation and against the official client's.
 */
export function callerOf(baseUrl: string, key: string) {
  return async function call(path: string, init: CallInit = {}): Promise<Answer> {
    const { body, text = body === undefined ? undefined : JSON.stringify(body) } = init;
    const method = init.method ?? (text === undefined ? "GET" : "POST");
    const url = `${baseUrl}/storefront${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        "x-api-key": key,
        "x-api-version": "1",
        ...(text === undefined ? {} : { "content-type": "application/json" }),
        ...init.headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const answered = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: answered ? JSON.parse(answered) : undefined,
    };
    if (response.ok && method !== "OPTIONS") requireShapes(method, new URL(url).pathname, answer.body);
    return answer;
  };
}

function requireShapes(method: string, pathname: string, body: unknown): void {
  const { route } = table.find(method, pathname);
  if (body !== undefined) route.response?.parse(body);
  const official = officialShape(route.name)?.safeParse(body);
  if (official && !official.success)
    throw new Error(
      `${route.name} is not what the official client expects: ${JSON.stringify(official.error)}`,
    );
}
