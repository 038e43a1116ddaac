import { isIP } from "node:net";
import { env } from "@/lib/platform/env";
import { isPublicAddress } from "./is-public-address";

/** Where a webhook may be sent: a URL whose text has passed every check. A name's addresses are vetted when they are known. */
export type Target = {
  url: URL;
  /** Without brackets. */
  host: string;
  port: number;
  isLiteral: boolean;
  /** Named by WEBHOOK_ALLOWED_TARGETS: may be http or not public. */
  isExcepted: boolean;
};

/** Why a URL is no target, in a sentence for its owner. */
export type Refusal = { refusal: string };

const urlLengthMax = 2048;

/** Databases, caches, queues and consoles that listen above 1023 and would obey an HTTP request or be damaged by it. */
const servicePorts = new Set([
  1433, 1434, 1521, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 4369, 5432, 5433, 5672, 5984, 6379, 6380, 6432,
  7000, 7001, 7199, 7473, 7474, 7687, 8086, 8123, 8125, 8529, 9042, 9092, 9160, 9200, 9300, 10250, 10255,
  11211, 15672, 26257, 26379, 27017, 27018, 27019, 28015, 33060, 50000, 61616,
]);

/** Checks all that a URL's text can tell, literal addresses included; looks nothing up. */
export function parseTarget(text: string): Target | Refusal {
  if (text.length > urlLengthMax) return { refusal: `A URL has at most ${urlLengthMax} characters.` };
  if (!URL.canParse(text)) return { refusal: "Enter a full URL, such as https://example.com/webhooks." };
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { refusal: "The URL starts with https://." };
  if (url.username || url.password) return { refusal: "Leave the user name and password out of the URL." };
  const place = placeOf(url);
  if (isExcepted(place)) return { ...place, isExcepted: true };
  if (isHidden(place)) return { refusal: notPublic(place) };
  if (url.protocol !== "https:") return { refusal: `The URL starts with https://. ${exception(place)}` };
  if (!isOpenPort(place.port))
    return { refusal: `Port ${place.port} is not one for webhooks. Use 443, 8443 or another above 1023.` };
  return { ...place, isExcepted: false };
}

/** Whether a URL's text alone tells that it leads to what is not public, and no exception names it. */
export function leadsInside(url: URL): boolean {
  const place = placeOf(url);
  return !isExcepted(place) && isHidden(place);
}

type Place = Omit<Target, "isExcepted">;

function placeOf(url: URL): Place {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { url, host, port, isLiteral: isIP(host) !== 0 };
}

const isExcepted = ({ url, port }: Place) =>
  env().WEBHOOK_ALLOWED_TARGETS.includes(`${url.hostname}:${port}`);

const isHidden = ({ host, isLiteral }: Place) => (isLiteral ? !isPublicAddress(host) : isLocalName(host));

/** The refusal of what is not public, or of the name that leads to it. */
export function notPublic(place: Place, address?: string): string {
  const name = place.url.hostname;
  const what = address ? `${name} leads to ${address}, which is` : `${name} is`;
  return `${what} not a public address. Use one the internet can reach. ${exception(place)}`;
}

const exception = ({ url, port }: Place) =>
  `Whoever runs this server can except ${url.hostname}:${port} by the setting WEBHOOK_ALLOWED_TARGETS.`;

/** Names that no public resolver should answer: refused by name, so that none has to be asked. */
const isLocalName = (host: string) =>
  !host.replace(/\.$/, "").includes(".") || /\.(localhost|local|internal|home\.arpa)\.?$/.test(host);

const isOpenPort = (port: number) => port === 443 || (port >= 1024 && !servicePorts.has(port));
