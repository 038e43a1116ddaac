"use client";

import { useEffect } from "react";
import "./globals.css";

const retryMs = 5_000;

/** Stands in for the whole document when not even its frame could be drawn. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), retryMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh content-center justify-items-center gap-2 p-6 text-center">
          <h1 className="title">The portal did not load</h1>
          <p className="text-ink-2">It is tried again in a few seconds by itself.</p>
          {error.digest && <p className="text-ink-3">Reference {error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
