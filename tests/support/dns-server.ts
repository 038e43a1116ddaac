import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";

/** The addresses of a name, or how not to answer. */
export type DnsAnswer = string[] | "NXDOMAIN" | "SERVFAIL" | "silence";

export type DnsServer = {
  /** `127.0.0.1:port`, for WEBHOOK_DNS_SERVERS. */
  address: string;
  /** A and AAAA queries so far, by name. */
  queries: string[];
  close: () => Promise<void>;
};

/** A name server on loopback UDP. Asked twice (A, then AAAA), `answer` is told how often its name was asked about before. */
export async function startDnsServer(answer: (name: string, asked: number) => DnsAnswer): Promise<DnsServer> {
  const socket = createSocket("udp4");
  const queries: string[] = [];
  socket.on("message", (query, peer) => {
    const { name, type, end } = readQuestion(query);
    const asked = queries.filter((one) => one === `${type} ${name}`).length;
    queries.push(`${type} ${name}`);
    const reply = answer(name, asked);
    if (reply !== "silence")
      socket.send(writeReply(query.subarray(0, end), type, reply), peer.port, peer.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    queries,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

const typeA = 1;
const typeAaaa = 28;

function readQuestion(query: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = query.readUInt16BE(at + 1) === typeAaaa ? "AAAA" : "A";
  return { name: labels.join(".").toLowerCase(), type, end: at + 5 };
}

function writeReply(question: Buffer, type: string, reply: Exclude<DnsAnswer, "silence">): Buffer {
  const addresses = Array.isArray(reply) ? reply.filter((one) => isIPv6(one) === (type === "AAAA")) : [];
  const head = Buffer.from(question);
  // A response, recursion available, with its result code; one question, so many answers, nothing else.
  head.writeUInt16BE(0x8180 | (reply === "NXDOMAIN" ? 3 : reply === "SERVFAIL" ? 2 : 0), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...addresses.map(writeRecord)]);
}

/** Name by pointer to the question, class IN, a lifetime of zero. */
function writeRecord(address: string): Buffer {
  const data = isIPv6(address)
    ? Buffer.from(expand(address).flatMap((group) => [group >> 8, group & 255]))
    : Buffer.from(address.split(".").map(Number));
  const fixed = Buffer.alloc(12);
  fixed.writeUInt16BE(0xc00c, 0);
  fixed.writeUInt16BE(data.length === 4 ? typeA : typeAaaa, 2);
  fixed.writeUInt16BE(1, 4);
  fixed.writeUInt16BE(data.length, 10);
  return Buffer.concat([fixed, data]);
}

function expand(address: string): number[] {
  const [front = "", back = ""] = address.split("::");
  const groups = (part: string) =>
    part
      .split(":")
      .filter(Boolean)
      .map((group) => parseInt(group, 16));
  const missing = 8 - groups(front).length - groups(back).length;
  return [...groups(front), ...Array<number>(missing).fill(0), ...groups(back)];
}
