"use client";

/** The last sheet: the layout itself failed, so nothing is known about the reader but the browser's language. */

import { Crash } from "#components/layout/crash.tsx";
import english from "#lib/i18n/messages/en/browser.json";
import chinese from "#lib/i18n/messages/zh-CN/browser.json";
import "./globals.css";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function GlobalError({ error, reset }: Props) {
  const locale = typeof navigator !== "undefined" && navigator.language.startsWith("en") ? "en" : "zh-CN";
  return (
    <html lang={locale} data-theme="system">
      <body>
        <main>
          <Crash words={locale === "en" ? english : chinese} reference={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  );
}
