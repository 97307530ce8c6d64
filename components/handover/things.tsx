/** What is still theirs: paired households row by row with what shall become of each, and everything else with what will. */
import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { ListSelect } from "#components/ui/list-select.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { Item } from "#lib/domains/handover/hand-over.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";

type Props = { items: readonly Item[]; heir: string | null };

export async function PairingsToHandOver({ items, heir }: Props) {
  const t = await getTranslations("handover");
  const problems = (await getTranslations("problems")) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string;
  const locale = await getLocale();
  return (
    <Table caption={t("pairings", { count: items.length })} stacked>
      <Head>
        <Column>{t("household")}</Column>
        <Column>{t("place")}</Column>
        <Column>{t("kind")}</Column>
        <Column>{t("fate")}</Column>
      </Head>
      <Body>
        {items.map((item) => (
          <Row key={item.id}>
            <Cell head>
              <Link href={item.href ?? ""} className="inline-flex min-h-touch items-center desk:min-h-6">
                {item.name}
              </Link>
            </Cell>
            <Cell label={t("place")}>{item.place}</Cell>
            <Cell label={t("kind")}>{codeName(PAIRING_KINDS, item.what, locale)}</Cell>
            <Cell label={t("fate")}>
              <ListSelect
                name="pairings[]"
                label={`${t("fate")} ${item.name}`}
                chosen={`${item.id}:${item.fate}`}
                options={item.choices.map((fate) => ({
                  value: `${item.id}:${fate}`,
                  label: fate === "end" ? t("endPairing") : t(`fates.${fate}`, { heir: heir ?? "" }),
                }))}
              />
              {item.against && heir ? (
                <p className="mt-1 text-note text-watch">
                  {t("against", { heir, why: problems(item.against.key, item.against.values) })}
                </p>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export async function OtherThings({ items, heir }: Props) {
  const t = await getTranslations("handover");
  return (
    <Table caption={t("others")} stacked>
      <Head>
        <Column>{t("thing")}</Column>
        <Column>{t("name")}</Column>
        <Column>{t("place")}</Column>
        <Column>{t("fate")}</Column>
      </Head>
      <Body>
        {items.map((item) => (
          <Row key={`${item.kind}${item.id}`}>
            <Cell head>{t(`things.${item.kind}`)}</Cell>
            <Cell label={t("name")}>
              {item.href ? (
                <Link href={item.href} className="inline-flex min-h-touch items-center desk:min-h-6">
                  {item.name}
                </Link>
              ) : (
                item.name || (item.kind === "export" ? <EmptyMark why="notApplicable" /> : t("unnamed"))
              )}
            </Cell>
            <Cell label={t("place")}>{item.place}</Cell>
            <Cell label={t("fate")}>
              {item.kind === "export"
                ? t("otherFates.refused")
                : item.kind === "need" && item.fate === "end"
                  ? t("otherFates.back")
                  : item.kind === "instruction" && item.fate === "end"
                    ? t("otherFates.post")
                    : t(`otherFates.${item.fate}`, { heir: heir ?? "" })}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
