/** Every version of an indicator, newest first: since when, how it counts in words, from where the light is ▲, by whom and why; what has told nothing yet can be withdrawn. */
import { getLocale, getTranslations } from "next-intl/server";
import { watchWords } from "#components/cockpit/how-counted.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { VersionRow } from "#lib/domains/indicator-versions/queries/list-indicators.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props<T> = { versions: readonly VersionRow[]; first: string; withdraw: FormAction<T> };

export async function VersionTable<T>({ versions, first, withdraw }: Props<T>) {
  const t = await getTranslations("indicators");
  const f = await getFormats();
  const locale = await getLocale();
  return (
    <Table caption={t("versions.title")} stacked>
      <Head>
        <Column>{t("versions.from")}</Column>
        <Column width="wide">{t("versions.formula")}</Column>
        <Column>{t("list.light")}</Column>
        <Column>{t("versions.by")}</Column>
        <Column>{t("versions.deed")}</Column>
      </Head>
      <Body>
        {versions.map((version) => (
          <Row key={version.id}>
            <Cell head nowrap>
              {version.fromOn === first ? t("since.first") : f.day(version.fromOn)}
            </Cell>
            <Cell label={t("versions.formula")}>
              {version.retired
                ? t("versions.retired")
                : (version.declaration?.formula[locale] ?? t("versions.unreadable"))}
            </Cell>
            <Cell label={t("list.light")}>
              {version.declaration?.scored && !version.retired
                ? t("list.watch", { from: watchWords(version.declaration).from })
                : t("scored.no")}
            </Cell>
            <Cell label={t("versions.by")}>
              {version.by ?? t("origin.PROGRAM")}
              {version.why ? <span className="block text-ink-2 text-note">{version.why}</span> : null}
              {version.by ? (
                <span className="block text-ink-2 text-note">{f.dayTime(version.at)}</span>
              ) : null}
            </Cell>
            <Cell label={t("versions.deed")}>
              <Badge tone={version.state === "inForce" ? "ok" : "plain"}>{t(`state.${version.state}`)}</Badge>
              {version.withdrawnBy ? (
                <span className="block text-ink-2 text-note">
                  {t("versions.withdrawnBy", {
                    name: version.withdrawnBy,
                    at: version.withdrawnAt ? f.dayTime(version.withdrawnAt) : "",
                  })}
                </span>
              ) : null}
              {version.mayWithdraw ? (
                <Form action={withdraw}>
                  <input type="hidden" name="id" value={version.id} />
                  <SubmitButton kind="quiet" size="small">
                    {t("versions.withdraw")}
                  </SubmitButton>
                </Form>
              ) : version.withdrawnBy ? null : (
                <EmptyMark />
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
