import type { Metadata } from "next";
import { connection } from "next/server";
import { Refresh } from "~/components/refresh";
import { env } from "~/lib/env";
import { formatClock, formatDay, formatTime } from "~/lib/format";
import { readStore, unlessUnreachable } from "~/lib/storefront";
import { siteInbox } from "~/lib/webhooks/site-inbox";
import { tell } from "~/lib/webhooks/tell";
import type { Letter } from "~/lib/webhooks/inbox";

export const metadata: Metadata = { title: "What arrived" };

const shown = 100;

/** For whoever builds the site: what the receiver got, newest first. A real one would stand behind a sign-in. */
export default async function WebhooksPage() {
  await connection();
  const letters = await siteInbox().newest(shown);
  const store = await unlessUnreachable(readStore());
  const zone = store?.timezone ?? "UTC";
  const { OPENCALS_WEBHOOK_SECRET: secrets, SITE_URL } = env();
  return (
    <main id="main" className="wrap">
      <Refresh everyMs={2_000} />
      <div className="say">
        <h1>What arrived</h1>
        <p className="lead">
          The salon’s system tells this site what happens, by signed requests to{" "}
          <code>{new URL("/api/webhooks", SITE_URL).toString()}</code>.{" "}
          {secrets.length === 0
            ? "No secret is set, so every one is refused: set OPENCALS_WEBHOOK_SECRET."
            : letters.length === 0
              ? "Nothing has arrived yet. Book something and watch."
              : `${letters.length === shown ? `The newest ${shown}` : letters.length} verified, newest first, in ${store ? "the salon’s time" : "UTC"}.`}
        </p>
      </div>
      {letters.length > 0 && (
        <table className="heard">
          <thead>
            <tr>
              <th scope="col">Arrived</th>
              <th scope="col">Event</th>
              <th scope="col">About</th>
              <th scope="col">Sequence</th>
              <th scope="col">Signatures</th>
              <th scope="col">Processed</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <Row key={letter.id} letter={letter} zone={zone} />
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}

function Row({ letter, zone }: { letter: Letter; zone: string }) {
  const { id, arrivedAt, isTest, plainAgrees, processedAt, repeats } = letter;
  const told = tell(letter.rawBody);
  return (
    <tr>
      <td>
        <time dateTime={arrivedAt}>
          {formatDay(arrivedAt, zone)}, {formatClock(arrivedAt, zone)}
        </time>
      </td>
      <td>
        <b>{told?.type ?? "unknown"}</b> {isTest && <span className="tag">test</span>}
        <br />
        <code>{id}</code>
      </td>
      <td>
        {told?.about}
        {told?.at && (
          <>
            <br />
            {formatDay(told.at, zone)}, {formatTime(told.at, zone)}
          </>
        )}
      </td>
      <td data-label="Sequence">{told?.sequence ?? "none"}</td>
      <td data-label="Signatures">{plainAgrees ? "both match" : "webhook-signature matches"}</td>
      <td data-label="Processed">
        {processedAt ? `after ${Date.parse(processedAt) - Date.parse(arrivedAt)} ms` : "not yet"}
        {repeats > 0 && `, sent ${repeats + 1} times`}
      </td>
    </tr>
  );
}
