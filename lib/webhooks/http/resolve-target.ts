import { lookup, Resolver } from "node:dns/promises";
import { isIPv6 } from "node:net";
import { env } from "@/lib/platform/env";
import { isPublicAddress } from "./is-public-address";
import { notPublic, type Target } from "./parse-target";
import { SendFailure } from "./send-failure";

export type Address = { address: string; family: 4 | 6 };

const timeoutMs = 3_000;
/** Of each family; more are vetted, never dialled. */
const dialledMax = 2;

let resolver: Resolver | undefined;
let answeredAt = -Infinity;

/**
 * The addresses to dial, each of them vetted; a literal is its own. One that is not public refuses the name, whatever stands beside it.
 * Throws SendFailure: `dns`, `blocked-address`, or `ours` when the resolver cannot be reached.
 */
export async function resolveTarget(target: Target): Promise<Address[]> {
  const { host, isLiteral, isExcepted } = target;
  if (isExcepted) return isLiteral ? [literal(host)] : bySystem(host);
  const addresses = isLiteral ? [literal(host)] : await byOurResolver(host);
  const hidden = addresses.find(({ address }) => !isPublicAddress(address));
  if (hidden) throw new SendFailure("blocked-address", notPublic(target, hidden.address));
  return [4, 6].flatMap((family) => addresses.filter((one) => one.family === family).slice(0, dialledMax));
}

const literal = (address: string): Address => ({ address, family: isIPv6(address) ? 6 : 4 });

async function bySystem(host: string): Promise<Address[]> {
  try {
    return (await lookup(host, { all: true })) as Address[];
  } catch (error) {
    throw new SendFailure("dns", `${host}: ${codeOf(error)}`);
  }
}

async function byOurResolver(host: string): Promise<Address[]> {
  resolver ??= createResolver();
  const questions = [inTime(resolver.resolve4(host)), inTime(resolver.resolve6(host))] as const;
  const [four, six] = await Promise.allSettled(questions);
  const addresses: Address[] = [
    ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 as const })) : []),
    ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 as const })) : []),
  ];
  const codes = [four, six].flatMap((answer) =>
    answer.status === "rejected" ? [codeOf(answer.reason)] : [],
  );
  if (addresses.length > 0 || codes.some((code) => !silence.has(code))) answeredAt = performance.now();
  if (addresses.length > 0) return addresses;
  const code = codes.find((one) => silence.has(one)) ?? codes[0] ?? "ENODATA";
  // A timeout is the name's own silence if the resolver has answered others meanwhile, else the resolver's.
  const isOurs =
    code === "ECONNREFUSED" || (silence.has(code) && performance.now() - answeredAt > 10 * timeoutMs);
  throw new SendFailure(isOurs ? "ours" : "dns", `${host}: ${code}`);
}

const silence = new Set(["ETIMEOUT", "ECONNREFUSED", "ECANCELLED"]);

function createResolver(): Resolver {
  const created = new Resolver({ timeout: 1_000, tries: 2 });
  const { WEBHOOK_DNS_SERVERS: servers } = env();
  if (servers.length > 0) created.setServers(servers);
  return created;
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("no answer"), { code: "ETIMEOUT" })), timeoutMs);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? error);
