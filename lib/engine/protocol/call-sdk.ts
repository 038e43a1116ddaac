import { createHmac } from "node:crypto";
import { canonicalJson } from "./canonical-json";

/** The SDK's `serve` handler: takes the calls that an Inngest server would make over HTTP. */
export type SdkHandler = (request: Request) => Promise<Response>;
export type Sdk = {
  handler: SdkHandler;
  /** Signs our calls; the SDK refuses any other. */
  signingKey: string;
  /** Has `answer` take what the SDK's client would send to a server. */
  connect: (answer: typeof globalThis.fetch) => void;
};

const host = "engine.internal";
/** Where the SDK believes to be; it is asked in process. */
export const sdkUrl = `http://${host}/api/inngest`;

/** Calls the SDK in process. Throws when the answer is not the SDK's own, or when it refused our signature. */
export async function callSdk(
  sdk: Sdk,
  call: {
    method: "POST" | "PUT";
    query?: Record<string, string>;
    headers: Record<string, string>;
    body: object;
  },
): Promise<Response> {
  const body = canonicalJson(call.body);
  const response = await sdk.handler(
    new Request(`${sdkUrl}?${new URLSearchParams(call.query)}`, {
      method: call.method,
      // Without a host of its own the SDK finds the address invalid.
      headers: {
        host,
        "content-type": "application/json",
        "x-inngest-signature": sign(body, sdk.signingKey),
        ...call.headers,
      },
      body,
    }),
  );
  if (response.status === 401 || !response.headers.has("x-inngest-sdk"))
    throw new Error(`The SDK answered ${response.status} to a call of the engine: ${await response.text()}`);
  return response;
}

function sign(body: string, signingKey: string): string {
  const timestamp = Math.floor(Date.now() / 1000);
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${timestamp}&s=${createHmac("sha256", key).update(`${body}${timestamp}`).digest("hex")}`;
}
