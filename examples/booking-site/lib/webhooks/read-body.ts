/** The largest event is some 256 KB. */
const bodyMaxBytes = 1_000_000;

/**
 * The body as it came: JSON that was parsed and written again is another text, and has another signature. Undefined as soon as
 * it is known to be larger than 1 MB, since anybody may write to this address and sends what length they like.
 */
export async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get("content-length")) > bodyMaxBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > bodyMaxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
