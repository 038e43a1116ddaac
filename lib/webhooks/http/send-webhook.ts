import { env } from "@/lib/platform/env";
import { keepConnection, takeConnection } from "./connections";
import { Exchange, type SendResult } from "./exchange";
import type { Dial } from "./open-socket";
import { parseTarget, type Target } from "./parse-target";
import { SendFailure } from "./send-failure";

export type SendRequest = {
  /** Whose connections are used. */
  endpointId: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  /** By performance.now(): from then on nothing is written; the result is `interrupted`. */
  writeBefore?: number;
  /** Called with what cuts the request off, for a claim that was lost; the result is `interrupted`. */
  onStart?: (callOff: () => void) => void;
};

/**
 * Sends one signed POST and reads its answer, both bounded in bytes and time. Follows no redirect, uses no proxy, and
 * opens no socket to an address that was not vetted. Never throws: whatever happens is a result. `dial` opens the sockets;
 * it is Node's own unless told.
 */
export async function sendWebhook(request: SendRequest, dial?: Dial): Promise<SendResult> {
  const target = parseTarget(request.url);
  if ("refusal" in target) return refuse(target.refusal);
  const first = await exchangeOnce(request, target, dial);
  if (!first.wasStale) return first.result;
  // The endpoint may have taken it in: receivers know a repeated webhook-id.
  return (await exchangeOnce(request, target, dial)).result;
}

async function exchangeOnce(request: SendRequest, target: Target, dial: Dial | undefined) {
  const exchange = new Exchange(request.writeBefore, target.url);
  const connection = takeConnection(request.endpointId, target, dial);
  // A plain timer: Node keeps those of one length in one list, where an AbortSignal for each costs more than the request.
  const timer = setTimeout(() => exchange.expire(), env().WEBHOOK_TIMEOUT_MS);
  request.onStart?.(() => exchange.callOff("its claim was lost"));
  connection.send(exchange, request.headers, request.body);
  const result = await exchange.result;
  clearTimeout(timer);
  if (exchange.isComplete) keepConnection(request.endpointId, connection);
  else void connection.close();
  return { result, wasStale: result.failure === "reset" && exchange.wasStale };
}

function refuse(refusal: string): Promise<SendResult> {
  const exchange = new Exchange();
  exchange.fail(new SendFailure("blocked-address", refusal));
  return exchange.result;
}
