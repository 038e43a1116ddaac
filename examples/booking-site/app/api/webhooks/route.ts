import { after } from "next/server";
import { env } from "~/lib/env";
import type { Letter } from "~/lib/webhooks/inbox";
import { readBody } from "~/lib/webhooks/read-body";
import { siteInbox } from "~/lib/webhooks/site-inbox";
import { tell } from "~/lib/webhooks/tell";
import { verifyPlain, verifyStandard, type Received } from "~/lib/webhooks/verify-webhook";

/** Where the store's events arrive: verify, keep, acknowledge, and only then work with them. */
export async function POST(request: Request): Promise<Response> {
  const secrets = env().OPENCALS_WEBHOOK_SECRET;
  if (secrets.length === 0) return say(503, "OPENCALS_WEBHOOK_SECRET is not set.");
  const rawBody = await readBody(request);
  if (rawBody === undefined) return say(413, "The body is larger than 1 MB.");
  const header = (name: string) => request.headers.get(name);
  const received: Received = {
    id: header("webhook-id"),
    timestamp: header("webhook-timestamp"),
    signature: header("webhook-signature"),
    plainSignature: header("x-opencals-signature"),
    rawBody,
  };
  const verdict = verifyStandard(received, secrets, Date.now());
  if (!verdict.isGenuine) return say(401, `${verdict.reason}.`);

  const inbox = siteInbox();
  const isNew = await inbox.take({
    id: received.id ?? "",
    arrivedAt: new Date().toISOString(),
    isTest: header("x-opencals-test") === "true",
    // The second scheme, to show that it agrees. While a secret is rotated it may be the older one's.
    plainAgrees: verifyPlain(received, secrets).isGenuine,
    rawBody,
  });
  after(() => inbox.process(work));
  return say(isNew ? 202 : 200, isNew ? "Thank you." : "Thank you, we have it already.");
}

/**
 * Where the site's own work goes. It must bear being done twice: a crash can come between it and its mark. The log says what
 * came, and not of whom.
 */
async function work({ id, rawBody }: Letter): Promise<void> {
  console.info(`webhook ${id}: ${tell(rawBody)?.type ?? "of a kind that we do not know"}`);
}

const say = (status: number, words: string) => new Response(words, { status });
