export type Framework = "Next.js" | "Express";
export const frameworks: Framework[] = ["Next.js", "Express"];

type Snippet = { file: string; code: string };

/** What to paste into a server that answers at `url`. It reads the secret from the environment. */
export function verificationCode(framework: Framework, url: string): Snippet {
  const path = pathOf(url);
  return framework === "Next.js" ? nextRoute(path) : expressRoute(path);
}

function pathOf(url: string): string {
  const { pathname } = new URL(url);
  return pathname === "/" ? "/webhooks" : decoded(pathname).replace(/\/$/, "");
}

/** As it stands where it cannot be decoded: a URL may hold a lone `%`. */
function decoded(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

const nextRoute = (path: string): Snippet => ({
  file: `app${path}/route.ts`,
  code: `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.OPENCALS_WEBHOOK_SECRET!);

export async function POST(request: Request) {
  // the raw body, before any parsing
  const body = await request.text();
  try {
    webhook.verify(body, Object.fromEntries(request.headers));
  } catch {
    return new Response("bad signature", { status: 401 });
  }
  // a webhook-id may come twice: do it once
  const event = JSON.parse(body);
  console.log(request.headers.get("webhook-id"), event.type);
  return new Response(null, { status: 204 });
}`,
});

const expressRoute = (path: string): Snippet => ({
  file: "server.js",
  code: `import express from "express";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.OPENCALS_WEBHOOK_SECRET);
const app = express();

// raw: the bytes as they came, before any parsing
app.post(${JSON.stringify(path)}, express.raw({ type: "*/*" }), (request, response) => {
  try {
    webhook.verify(request.body, request.headers);
  } catch {
    return response.status(401).send("bad signature");
  }
  // a webhook-id may come twice: do it once
  const event = JSON.parse(request.body);
  console.log(request.headers["webhook-id"], event.type);
  response.status(204).end();
});

app.listen(process.env.PORT ?? 3000);`,
});
