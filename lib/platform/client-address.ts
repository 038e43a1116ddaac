import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "./env";

/**
 * Makes each request to this process carry its socket's address as the last X-Forwarded-For entry, before any handler
 * reads it. A web `Request` has no socket, and what a client wrote into the header must not pass for its address.
 * Called once at start-up.
 */
export function recordPeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const given = headers["x-forwarded-for"];
    headers["x-forwarded-for"] = [given, socket.remoteAddress].filter(Boolean).join(", ");
  });
}

/** Who called: the entry written by the outermost proxy we trust (TRUSTED_PROXIES), or by ourselves where there is none. */
export function clientAddress(headers: Headers, trustedProxies = env().TRUSTED_PROXIES): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-1 - trustedProxies) || hops[0] || "unknown";
}
