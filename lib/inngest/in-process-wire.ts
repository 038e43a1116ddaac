import { randomBytes } from "node:crypto";

type Fetch = typeof globalThis.fetch;

/** No such host exists: requests to it are function calls. */
export const inProcessOrigin = "http://engine.internal";

/** What the SDK's client and the embedded engine say to each other, in place of a network. */
export class InProcessWire {
  /** Drawn per process: the engine signs its calls with it, the SDK refuses any other. */
  readonly signingKey = `signkey-local-${randomBytes(32).toString("hex")}`;
  private answer: Fetch | undefined;

  /** The client's `fetch` option. */
  readonly fetch: Fetch = (input, init) => {
    if (!this.answer) throw new Error("The embedded engine is not started in this process.");
    return this.answer(input, init);
  };

  connect(answer: Fetch): void {
    this.answer = answer;
  }
}
