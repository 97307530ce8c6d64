/** An address that leads nowhere, outside of the work. */

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoSuchPage } from "#components/layout/no-such-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common"))("notFound.title") };
}

export default function NotFound() {
  return (
    <main>
      <NoSuchPage />
    </main>
  );
}
