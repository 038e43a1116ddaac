import type { FailureKind } from "../deliveries/shapes";

/** Why a request did not come through. `ours` is a fault of this machine or its network, never the endpoint's. */
export class SendFailure extends Error {
  constructor(
    readonly kind: FailureKind | "ours",
    readonly detail: string,
  ) {
    super(detail);
    this.name = "SendFailure";
  }
}

export type Phase = "dns" | "connect" | "tls" | "firstByte" | "body";

const ourCodes = new Set([
  "EMFILE",
  "ENFILE",
  "ENOBUFS",
  "ENOMEM",
  "EADDRNOTAVAIL",
  "ENETUNREACH",
  "ENETDOWN",
  "EACCES",
  "EPERM",
]);
const cutCodes = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED", "UND_ERR_SOCKET"]);

/** Puts what Node or undici threw in a phase into our words. What cannot be laid at the endpoint's door is ours. */
export function toSendFailure(error: unknown, phase: Phase): SendFailure {
  if (error instanceof SendFailure) return error;
  const { code, message } = mostTelling(error);
  const detail = message || code;
  if (ourCodes.has(code)) return new SendFailure("ours", detail);
  if (code === "ECONNREFUSED") return new SendFailure("refused", detail);
  if (cutCodes.has(code)) return new SendFailure("reset", detail);
  if (code === "ETIMEDOUT" || code === "EHOSTUNREACH")
    return new SendFailure(phase === "connect" ? "connect-timeout" : "reset", detail);
  // A server may turn our side of the handshake down after its own end of it.
  if (phase === "tls" || code.startsWith("ERR_SSL_")) return new SendFailure("tls", detail);
  if (phase === "firstByte" || phase === "body") return new SendFailure("bad-response", detail);
  return new SendFailure("ours", detail);
}

/** Of several addresses' errors the first that speaks of the other side. */
function mostTelling(error: unknown): { code: string; message: string } {
  const all = error instanceof AggregateError ? error.errors : [error];
  const read = all.map((one: { code?: unknown; message?: unknown }) => ({
    code: String(one?.code ?? ""),
    message: String(one?.message ?? one),
  }));
  return read.find(({ code }) => !ourCodes.has(code)) ?? read[0] ?? { code: "", message: String(error) };
}
