"use client";

/** A page that failed inside the standing house: navigation still leads on. */

import { Crash } from "#components/layout/crash.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function WorkError({ error, reset }: Props) {
  const locale = typeof document === "undefined" ? "zh-CN" : document.documentElement.lang;
  return <Crash locale={locale} reference={error.digest} retry={reset} />;
}
