"use client";

/** A page that failed inside a standing layout. */

import { Crash } from "#components/layout/crash.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function PageError({ error, reset }: Props) {
  return (
    <main>
      <Crash reference={error.digest} retry={reset} />
    </main>
  );
}
