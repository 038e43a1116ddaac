import type { ReceivedRequest } from "./received-request";

const bodyShownMax = 400;

/** Two or three lines for one request: when and what, whether it is to be trusted, and what it says. */
export function describeRequest(request: ReceivedRequest): string {
  const { headers, rawBody, receivedAt, repeats, verdict } = request;
  const event = headers["x-opencals-event"] ?? "no event type";
  const body = rawBody.toString();
  return [
    `${receivedAt.toISOString().slice(11, 23)}  ${request.method} ${request.path}  ${event}${summary(body)}`,
    [
      `  ${verdict.isVerified ? "✔" : "✘"} ${verdict.reason}`,
      headers["webhook-id"],
      headers["x-opencals-attempt"] && `attempt ${headers["x-opencals-attempt"]}`,
      repeats > 0 && `seen ${repeats} ${repeats === 1 ? "time" : "times"} before`,
    ]
      .filter(Boolean)
      .join(" · "),
    `  ${body.length > bodyShownMax ? `${body.slice(0, bodyShownMax)}… (${rawBody.length} bytes)` : body}`,
  ].join("\n");
}

function summary(body: string): string {
  try {
    const { data } = JSON.parse(body) as { data?: Record<string, { name?: string }> };
    const name = data?.["appointment"]?.name ?? data?.["order"]?.name;
    return name ? ` ${name}` : "";
  } catch {
    return "";
  }
}
