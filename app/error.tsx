"use client";

import { Recovering } from "@/components/shell/recovering";

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh content-center">
      <Recovering {...props} />
    </main>
  );
}
