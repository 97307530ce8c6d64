/** The roles of an account over time, each with its place and term, and the button that ends it. */

import { getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Role } from "#lib/domains/accounts/roles.ts";
import { getFormats } from "#lib/i18n/format.ts";

type GrantLine = {
  id: number;
  role: string;
  place: string;
  fromAt: Date;
  toAt: Date | null;
  over: boolean;
  notYet: boolean;
  mayEnd: boolean;
  lentBy: string | null;
};

export async function GrantTable({ grants, end }: { grants: readonly GrantLine[]; end: FormAction<number> }) {
  const t = await getTranslations("accounts");
  const f = await getFormats();
  return (
    <Table caption={t("one.grants")} stacked>
      <Head>
        <Column>{t("role")}</Column>
        <Column>{t("place")}</Column>
        <Column width="date">{t("one.from")}</Column>
        <Column width="date">{t("one.to")}</Column>
        <Column width="narrow">{t("status")}</Column>
        <Column width="narrow">{t("one.act")}</Column>
      </Head>
      <Body>
        {grants.map((grant) => (
          <Row key={grant.id}>
            <Cell head>
              {t(`roles.${grant.role as Role}`)}
              {grant.lentBy ? (
                <span className="block font-normal text-ink-2 text-note">
                  {t("one.lentBy", { name: grant.lentBy })}
                </span>
              ) : null}
            </Cell>
            <Cell label={t("place")}>{grant.place}</Cell>
            <Cell label={t("one.from")} nowrap>
              {f.dayTime(grant.fromAt)}
            </Cell>
            <Cell label={t("one.to")} nowrap>
              {grant.toAt ? f.dayTime(grant.toAt) : t("one.open")}
            </Cell>
            <Cell label={t("status")} nowrap>
              <Light
                state={grant.over ? "off" : grant.notYet ? "none" : "ok"}
                word={t(grant.over ? "one.over" : grant.notYet ? "one.notYet" : "one.now")}
              />
            </Cell>
            <Cell label={t("one.act")}>
              {grant.mayEnd ? (
                <Form action={end} buttonOnly done={t("one.ended")}>
                  <input type="hidden" name="grantId" value={grant.id} />
                  <SubmitButton kind="secondary" size="small">
                    {t("one.end")}
                  </SubmitButton>
                </Form>
              ) : (
                <EmptyMark why="notApplicable" />
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
