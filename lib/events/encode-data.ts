import { log } from "@/lib/platform/log";

/** 256 KB are promised for a whole body; the envelope takes less than one of them. */
const dataMaxBytes = 255 * 1024;

/** An event's data as JSON text. Throws, and says so in the log, on more than endpoints are told to expect. */
export function encodeData({ storeId, type, data }: { storeId: string; type: string; data: object }): string {
  const text = JSON.stringify(data);
  const bytes = Buffer.byteLength(text);
  if (bytes <= dataMaxBytes) return text;
  log.error({ storeId, type, bytes }, "an event is too large to be recorded: somebody has to look");
  throw new Error(
    `The data of ${type} takes ${bytes} bytes, more than the ${dataMaxBytes} that an event may have.`,
  );
}
