"use client";

import { Recovering } from "@/components/shell/recovering";

/** Inside the shell: the rest of the console stays usable. */
export default function ConsoleError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="grid flex-1 content-center">
      <Recovering {...props} />
    </main>
  );
}
