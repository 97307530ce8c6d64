/** What is not there, or not for this reader: the two look the same. */

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeadEnd } from "#components/layout/dead-end.tsx";
import { LinkButton } from "#components/ui/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common"))("notFound.title") };
}

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <DeadEnd title={t("notFound.title")} body={t("notFound.body")}>
      <LinkButton href="/" kind="primary">
        {t("notFound.home")}
      </LinkButton>
      <LinkButton href="/search">{t("notFound.search")}</LinkButton>
    </DeadEnd>
  );
}
