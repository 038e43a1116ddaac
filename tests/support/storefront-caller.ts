type CallInit = { method?: string; body?: unknown; headers?: Record<string, string>; text?: string };
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came is what the test asks about.
export type Answer = { status: number; headers: Headers; body: any };

/** Calls the API as a client with `key` would. `text` is sent as it stands, `body` as JSON. */
export function callerOf(baseUrl: string, key: string) {
  return async function call(path: string, init: CallInit = {}): Promise<Answer> {
    const { body, text = body === undefined ? undefined : JSON.stringify(body) } = init;
    const method = init.method ?? (text === undefined ? "GET" : "POST");
    const response = await fetch(`${baseUrl}/storefront${path}`, {
      method,
      headers: {
        "x-api-key": key,
        "x-api-version": "1",
        ...(text === undefined ? {} : { "content-type": "application/json" }),
        ...init.headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: answer ? JSON.parse(answer) : undefined,
    };
  };
}
