import { afterAll, beforeEach } from "vitest";
import { startReceiver, type Receiver } from "./receiver";

/** One receiver for all tests of a file; each begins with none of the requests of those before it. */
export async function fileReceiver(options?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const receiver = await startReceiver(options);
  beforeEach(() => {
    receiver.requests.length = 0;
  });
  afterAll(() => receiver.close());
  return receiver;
}
