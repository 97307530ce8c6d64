/** The visit rules by kind of helper: what holds, what held, what is to come. */

import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { VisitRuleRow } from "#lib/domains/settings/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { WhoChangedSetting } from "./setting-history.tsx";

type Props = {
  rules: VisitRuleRow[];
  today: string;
  drop: FormAction<{ helperKind: string; fromOn: string; root: number }>;
};

export async function RuleTable({ rules, today, drop }: Props) {
  const t = await getTranslations("settings");
  const f = await getFormats();
  const locale = await getLocale();
  return (
    <Table caption={t("rules")} stacked>
      <Head>
        <Column>{t("column.helper")}</Column>
        <Column>{t("column.owes")}</Column>
        <Column>{t("column.exempt")}</Column>
        <Column>{t("column.from")}</Column>
        <Column numeric>{t("column.pairings")}</Column>
        <Column>{t("column.deed")}</Column>
      </Head>
      <Body>
        {rules.map((one) => (
          <Row key={one.id}>
            <Cell head>{codeName(PAIRING_KINDS, one.helperKind, locale)}</Cell>
            <Cell label={t("column.owes")}>
              {t(`owes.${one.period}`, { count: one.minCount })}
              {one.remoteCounts ? <Badge>{t("phoneCounts")}</Badge> : null}
            </Cell>
            <Cell label={t("column.exempt")}>
              {one.exemptMonths.length > 0 ? (
                t("months", { months: one.exemptMonths.join(t("between")) })
              ) : (
                <EmptyMark why="notApplicable" />
              )}
            </Cell>
            <Cell label={t("column.from")}>
              {t("since", { day: f.day(one.fromOn) })}
              {one.toOn ? (
                <span className="block text-ink-2 text-note">{t("until", { day: f.day(one.toOn) })}</span>
              ) : null}
            </Cell>
            <Cell label={t("column.pairings")} numeric>
              {f.number(one.pairings)}
            </Cell>
            <Cell label={t("column.deed")}>
              <div className="flex flex-wrap gap-x-3">
                {one.fromOn > today ? (
                  <Form action={drop}>
                    <input type="hidden" name="id" value={one.id} />
                    <SubmitButton kind="quiet" size="small">
                      {t("takeBack")}
                    </SubmitButton>
                  </Form>
                ) : one.toOn === null ? (
                  <Link
                    href={`/admin/settings?rule=${one.helperKind}`}
                    className="inline-flex min-h-touch items-center desk:min-h-6"
                  >
                    {t("changeRule")}
                  </Link>
                ) : null}
                <WhoChangedSetting what={one.helperKind} />
              </div>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
