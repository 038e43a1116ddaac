import { requireStorable } from "./storable";
import { RequestError, unreadable } from "./request-error";

export const bodyLimitBytes = 1_000_000;

/** The request's JSON; `{}` where it has no body, as the official client sends none when nothing is to be said. */
export async function readBody(request: Request): Promise<unknown> {
  const bytes = await readBounded(request);
  if (bytes.length === 0) return {};
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new RequestError(415, "Send the body as application/json.", [
      { property: "content-type", messages: ["Send the body as application/json."] },
    ]);
  const value = parseJson(bytes);
  requireStorable(value);
  return value;
}

async function readBounded(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length")) > bodyLimitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > bodyLimitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw unreadable("body", "The body is not valid JSON in UTF-8.");
  }
}

const tooLarge = () =>
  new RequestError(413, "The body is larger than 1 MB.", [
    { property: "body", messages: ["The body is larger than 1 MB."] },
  ]);
