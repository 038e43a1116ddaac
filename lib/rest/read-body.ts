import { requireStorable } from "@/lib/platform/storable";
import { readBounded } from "./read-bounded";
import { RequestError, unreadable } from "./request-error";

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

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw unreadable("body", "The body is not valid JSON in UTF-8.");
  }
}
