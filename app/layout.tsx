/** The sheet every page is written on: language, light, text size and density of the reader, set before the first paint. */

import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EarlyKeys } from "#components/layout/early-keys.tsx";
import { WordsProvider } from "#components/ui/words.tsx";
import { readPreferences } from "#lib/i18n/preferences.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("productFull"), template: `%s · ${t("product")}` },
    description: t("productFull"),
    applicationName: t("product"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#171b21" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time would carry no nonce, and the browser would refuse its scripts.
  await connection();
  const { locale, theme, textSize, density, colorSafe } = await readPreferences();
  const { browser } = await getMessages();
  return (
    <html
      lang={locale}
      data-theme={theme}
      data-text={textSize}
      data-density={density}
      data-color-safe={colorSafe || undefined}
    >
      <body>
        <EarlyKeys />
        <WordsProvider words={browser}>{children}</WordsProvider>
      </body>
    </html>
  );
}
