import { createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type ReceivedMail = { from: string; to: string; message: string };

/** What the server says to a recipient, and whether it ever answers once it has the message. */
type Behaviour = { recipient?: string; silent?: boolean };

/** An SMTP server on loopback that takes mail and remembers it. `behave` says what it does with the next recipients. */
export async function startSmtpServer() {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = {
    received,
    behave: {} as Behaviour,
    /** Messages that came in to their end, answered or not. */
    messages: 0,
  };
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    talk(socket, server);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  return Object.assign(server, {
    url: `smtp://127.0.0.1:${port}`,
    async waitForMessages(count: number) {
      for (const deadline = Date.now() + 60_000; server.messages < count; await sleep(20))
        if (Date.now() > deadline) throw new Error(`${server.messages} of ${count} messages came.`);
    },
    /** Breaks every connection off. */
    hangUp() {
      for (const socket of sockets) socket.destroy();
    },
    close() {
      this.hangUp();
      return new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  });
}

type Server = { received: ReceivedMail[]; behave: Behaviour; messages: number };

function talk(socket: Socket, server: Server): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let envelope = { from: "", to: "" };
  let message: string | undefined;
  let rest = "";
  say("220 loopback");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("utf8")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (message !== undefined) {
        if (line !== ".") {
          message += `${line.replace(/^\.\./, ".")}\r\n`;
          continue;
        }
        server.messages++;
        if (server.behave.silent) return;
        server.received.push({ ...envelope, message });
        message = undefined;
        say("250 taken");
        continue;
      }
      const [verb = ""] = line.toUpperCase().split(" ");
      const address = /<(.*)>/.exec(line)?.[1] ?? "";
      if (verb === "MAIL") envelope = { from: address, to: "" };
      if (verb === "RCPT") envelope.to = address;
      if (verb === "DATA") message = "";
      say(answerTo(verb, server.behave));
      if (verb === "QUIT") socket.end();
    }
  });
}

function answerTo(verb: string, { recipient }: Behaviour): string {
  if (verb === "DATA") return "354 go on";
  if (verb === "QUIT") return "221 bye";
  if (verb === "RCPT" && recipient) return recipient;
  return "250 well";
}
