/** The receiver of all webhooks, in a process of its own: answers at once, and records what it got and when. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { monotonicMs } from "../measure/monotonic";
import { answerQuestions } from "./answer-questions";
import type { Receipt, ReceiverQuestion } from "./messages";

/** What was answered with 200, since it was last taken. */
let receipts: Receipt[] = [];
let isFailing = false;

const server = createServer((request, response) => {
  if (request.url?.startsWith("/hang")) return void request.resume();
  request.on("data", () => {});
  request.on("end", () => answer(request, response));
});

function answer({ url = "", headers }: IncomingMessage, response: ServerResponse): void {
  const atMs = monotonicMs();
  if (isFailing && url.startsWith("/failing"))
    return void response.writeHead(503, { "retry-after": "3600" }).end();
  if (headers["webhook-id"]) receipts.push([String(headers["webhook-id"]), url, atMs]);
  response.writeHead(200).end();
}

function reply(question: ReceiverQuestion): object {
  if (question.kind === "fail") isFailing = question.fail;
  if (question.kind !== "take") return { count: receipts.length };
  const taken = receipts;
  receipts = [];
  return { receipts: taken };
}

server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => answerQuestions({ port: (server.address() as AddressInfo).port }, reply));
