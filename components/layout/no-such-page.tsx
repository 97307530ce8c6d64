/** What is not there, or not for this reader: the two look the same. */

import { getTranslations } from "next-intl/server";
import { DeadEnd } from "#components/layout/dead-end.tsx";
import { LinkButton } from "#components/ui/button.tsx";

export async function NoSuchPage() {
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
