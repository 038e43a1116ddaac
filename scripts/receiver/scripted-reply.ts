import type { ServerResponse } from "node:http";
import type { ReceivedRequest, Reply } from "./received-request";

/** What a receiver does wrong on purpose, by path; any other path answers 200. */
const scripts: Record<
  string,
  { does: string; reply: (query: URLSearchParams, ...to: Parameters<Reply>) => void }
> = {
  slow: {
    does: "/slow?ms=20000 answers 200 after so many milliseconds",
    reply: (query, _request, response) => {
      const timer = setTimeout(() => answer(response, 200), number(query, "ms", 20_000));
      response.on("close", () => clearTimeout(timer));
    },
  },
  flaky: {
    does: "/flaky?fail=3 answers 500 to the first so many requests of a webhook-id, then 200",
    reply: (query, { repeats }, response) => answer(response, repeats < number(query, "fail", 3) ? 500 : 200),
  },
  redirect: {
    does: "/redirect answers 302 to /200",
    reply: (_query, _request, response) => answer(response, 302, { location: "/200" }),
  },
  "retry-after": {
    does: "/retry-after?s=30 answers 429 and asks to wait so many seconds",
    reply: (query, _request, response) =>
      answer(response, number(query, "status", 429), { "retry-after": String(number(query, "s", 30)) }),
  },
  huge: {
    does: "/huge?bytes=10000000 answers 200 with a body of that size",
    reply: (query, _request, response) =>
      response.writeHead(200).end(Buffer.alloc(number(query, "bytes", 10_000_000), "x")),
  },
  drip: {
    does: "/drip?ms=500 answers 200, then a byte each so many milliseconds without an end",
    reply: (query, _request, response) => {
      response.writeHead(200).flushHeaders();
      const timer = setInterval(() => response.write("."), number(query, "ms", 500));
      response.on("close", () => clearInterval(timer));
    },
  },
  reset: {
    does: "/reset cuts the connection",
    reply: (_query, _request, response) => response.socket?.resetAndDestroy(),
  },
};

export const scriptedReply: Reply = (request: ReceivedRequest, response: ServerResponse) => {
  const { pathname, searchParams } = new URL(request.path, "http://receiver");
  const name = pathname.slice(1);
  const script = scripts[name];
  if (script) script.reply(searchParams, request, response);
  else answer(response, /^[2-5]\d\d$/.test(name) ? Number(name) : 200);
};

export const replyHelp: string[] = [
  "/200, /410, /500 … answer that status",
  ...Object.values(scripts).map(({ does }) => does),
];

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  const mayHaveBody = status !== 204 && status !== 304;
  response.writeHead(status, { "content-type": "text/plain", ...headers });
  response.end(mayHaveBody ? `${status}\n` : undefined);
}

const number = (query: URLSearchParams, name: string, otherwise: number): number =>
  Number(query.get(name) ?? otherwise) || 0;
