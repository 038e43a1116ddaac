import { RequestError } from "./request-error";

const bodyLimitBytes = 1_000_000;

/** The request's body, of 1 MB at most. Throws 413 as soon as it is known to be larger. */
export async function readBounded(request: Request): Promise<Buffer> {
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

const tooLarge = () =>
  new RequestError(413, "The body is larger than 1 MB.", [
    { property: "body", messages: ["The body is larger than 1 MB."] },
  ]);
