"use client";

/** A page that failed inside the standing house: navigation still leads on. */

import { Crash } from "#components/layout/crash.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function WorkError({ error, reset }: Props) {
  return <Crash reference={error.digest} retry={reset} />;
}
