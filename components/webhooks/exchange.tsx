import { CodeBlock } from "@/components/ui/code-block";
import { formatBytes } from "@/lib/platform/format-figure";
import type { AttemptDetail } from "@/lib/webhooks/contract";

/** What an attempt sent and what came back, word for word. */
export function Exchange({ attempt, bodyBytes }: { attempt: AttemptDetail; bodyBytes: number | null }) {
  const { requestHeaders, statusCode, responseHeaders, responseBody, responseTruncated } = attempt;
  return (
    <div className="wide:grid-cols-2 mt-4.5 grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="min-w-0">
        <Heading note={`POST${bodyBytes === null ? "" : `, ${formatBytes(bodyBytes)}`}`}>Request</Heading>
        <Headers headers={requestHeaders} />
      </div>
      <div className="min-w-0">
        <Heading note={statusCode === null ? "none" : String(statusCode)}>Response</Heading>
        {statusCode === null ? <Silence attempt={attempt} /> : <Headers headers={responseHeaders} />}
        {responseBody ? (
          <div className="mt-3">
            <CodeBlock
              caption={`Body, ${formatBytes(new TextEncoder().encode(responseBody).length)}${responseTruncated ? " kept, the rest was left unread" : ""}`}
              label="the response body"
              text={responseBody}
            />
          </div>
        ) : (
          statusCode !== null && <p className="text-ink-3 mt-2">No body.</p>
        )}
      </div>
    </div>
  );
}

const Heading = ({ children, note }: { children: string; note: string }) => (
  <h3 className="mb-1 font-semibold">
    {children} <span className="text-ink-3 font-normal">{note}</span>
  </h3>
);

function Headers({ headers }: { headers: Record<string, string> }) {
  return (
    <dl className="grid grid-cols-[minmax(130px,max-content)_minmax(0,1fr)] font-mono text-[12.5px]/5 tracking-[-0.01em]">
      {Object.entries(headers).map(([name, value]) => (
        <div key={name} className="border-line contents *:border-b *:py-1 last:*:border-b-0">
          <dt className="border-line text-ink-3 pr-3.5">{name}</dt>
          <dd className="border-line min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Silence({ attempt: { remoteAddress, failureDetail } }: { attempt: AttemptDetail }) {
  return (
    <div className="rounded-control border-control border border-dashed px-4 py-4.5">
      <p className="font-semibold">No status line, no headers, no body.</p>
      {(remoteAddress || failureDetail) && (
        <p className="text-ink-2 wrap-anywhere">
          {remoteAddress && `Connected to ${remoteAddress}. `}
          {failureDetail}
        </p>
      )}
    </div>
  );
}
