import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";

/** Read from standard input where asked for, so that it stands in no shell history; else a new one, to be shown once. */
export async function choosePassword(fromStdin: boolean): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).replace(/\r?\n$/, "");
  return randomBytes(18).toString("base64url");
}
