import { connect, type LookupFunction, type Socket, type TcpNetConnectOpts } from "node:net";
import { connect as connectTls } from "node:tls";
import { env } from "@/lib/platform/env";
import { noHandshake } from "../deliveries/shapes";
import { isPublicAddress } from "./is-public-address";
import { notPublic, type Target } from "./parse-target";
import { resolveTarget, type Address } from "./resolve-target";
import { SendFailure, toSendFailure, type Phase } from "./send-failure";

/** Node's own `net.connect`, or what stands in its place. */
export type Dial = (options: TcpNetConnectOpts) => Socket;

/** Hears how far it is, and tells whether it is still wanted. */
export type Journey = { enter(phase: Phase): void; remoteAddress: string | null; readonly isOver: boolean };

/** How long the next address waits for the one before it. */
const nextAddressAfterMs = 1_000;

/**
 * Opens a socket to a target: vet, dial what was vetted, check whom we reached, and only then speak.
 * Throws SendFailure.
 */
export async function openSocket(target: Target, journey: Journey, dial: Dial = connect): Promise<Socket> {
  journey.remoteAddress = null;
  if (!target.isLiteral) journey.enter("dns");
  const addresses = await resolveTarget(target);
  if (journey.isOver) throw new SendFailure("ours", "called off");
  journey.enter("connect");
  const deadline = performance.now() + env().WEBHOOK_CONNECT_TIMEOUT_MS;
  const socket = dial({
    host: target.host,
    port: target.port,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    // Never asked for a literal, which is dialled as it stands.
    lookup: answerWith(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: nextAddressAfterMs,
  });
  await arrived(socket, "connect", "connect", deadline);
  const peer = socket.remoteAddress ?? "";
  if (!target.isExcepted && !isPublicAddress(peer)) {
    socket.destroy();
    throw new SendFailure("blocked-address", notPublic(target, peer));
  }
  journey.remoteAddress = peer;
  if (target.url.protocol === "http:") return socket;
  journey.enter("tls");
  return encrypt(socket, target, deadline);
}

/** Node asks for the name only to hear the addresses that were vetted. */
const answerWith =
  (addresses: Address[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(null, addresses);

async function encrypt(socket: Socket, target: Target, deadline: number): Promise<Socket> {
  const name = target.host.replace(/\.$/, "");
  const secure = connectTls({
    socket,
    host: name,
    ...(!target.isLiteral && { servername: name }),
    ALPNProtocols: ["http/1.1"],
    // Judged by the next lines instead, where the certificate can still be read for the reason.
    rejectUnauthorized: false,
  });
  await arrived(secure, "secureConnect", "tls", deadline);
  if (secure.authorized) return secure;
  const certificate = secure.getPeerCertificate();
  secure.destroy();
  const reason = String(secure.authorizationError);
  const told = reason === "CERT_HAS_EXPIRED" ? certificate.valid_to : certificate.subjectaltname;
  throw new SendFailure("tls", told ? `${reason}: ${told}` : reason);
}

function arrived(socket: Socket, event: string, phase: Phase, deadline: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (failure: SendFailure) => {
      clearTimeout(timer);
      socket.destroy();
      reject(failure);
    };
    const timer = setTimeout(
      () => fail(new SendFailure("connect-timeout", phase === "tls" ? noHandshake : "no answer")),
      deadline - performance.now(),
    );
    // Stays: undici listens only once it has the socket.
    socket.on("error", (error) => fail(toSendFailure(error, phase)));
    socket.once(event, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
