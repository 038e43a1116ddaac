"use client";

import { NoAnswer } from "~/components/no-answer";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return <NoAnswer onAgain={reset} reference={error.digest} />;
}
