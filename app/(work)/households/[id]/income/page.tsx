/** The income of the open year: one field for each source, last year's in grey beside it, the sum held against the lines. */

import { getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { Overwrite } from "#components/households/overwrite.tsx";
import { type Group, IncomeSheet, type SourceField } from "#components/incomes/income-sheet.tsx";
import { sourceNames } from "#components/incomes/source-names.ts";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { amountText, CATEGORIES, LINE_KINDS } from "#lib/domains/incomes/income.ts";
import { householdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { offeredSources } from "#lib/domains/incomes/sources.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveIncomes } from "../../actions.ts";
import { sendIncomes } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("incomes");
  return { title: t("open") };
}

/** Sources that an office needs rarely are folded away while nothing is recorded under them. */
const USUAL =
  /^(WAGE|BUSINESS|PROPERTY|COST)\.|\.(LOW_ALLOWANCE_MONEY|DESTITUTE_MONEY|PENSION_MONEY|ECO_COMPENSATION|TRANSFER_OTHER)$|\.OWN_/;

export default page({
  route: "/households/[id]/income",
  load: async (scope, { params }) => {
    const income = await householdIncome(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", income.divisionId)) throw refused();
    return { income, gate: await registryGate(scope, { place: income.divisionId }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ income, gate }, { today }) => {
    const t = await getTranslations("incomes");
    const households = await getTranslations("households");
    const common = await getTranslations("common");
    const f = await getFormats();
    const name = await sourceNames();
    const textOf = (rows: typeof income.now, code: string) =>
      amountText(rows.find((row) => row.code === code)?.fen);
    const standing = new Set([...income.now, ...income.last].map(({ code }) => code));
    const sources = offeredSources(income.sources, today, standing);
    const groups: Group[] = CATEGORIES.map((category) => {
      const fields = sources
        .filter((source) => source.category === category)
        .map(
          (source): SourceField => ({
            code: source.code,
            label: name(source),
            now: textOf(income.now, source.code),
            last: textOf(income.last, source.code),
          }),
        );
      const isMain = (field: SourceField) => USUAL.test(field.code) || field.now !== "" || field.last !== "";
      return {
        key: category,
        title: t(`category.${category}`),
        main: fields.filter(isMain),
        more: fields.filter((field) => !isMain(field)),
      };
    });
    const was = Object.fromEntries(sources.map(({ code }) => [code, textOf(income.now, code)]));
    const lines = { POVERTY: income.povertyFen, MONITORING: income.monitoringFen };
    const back = householdHref(income.id, "income");
    return (
      <>
        <PageHead
          title={t("title", { name: income.headName, year: String(income.year) })}
          back={{ href: back, label: households("of", { name: income.headName }) }}
          note={t("note", { count: income.memberCount })}
        />
        {income.now.length === 0 && income.perHeadFen !== null ? (
          <div className="mb-3">
            <Notice>{t("replaces", { amount: f.yuan(income.perHeadFen) })}</Notice>
          </div>
        ) : null}
        <div className="mb-3 empty:hidden">
          <GateNotice gate={gate} what="freeze" />
        </div>
        <Form action={leadingOn(gate.frozen, sendIncomes, saveIncomes)} className="max-w-3xl">
          <input type="hidden" name="id" value={income.id} />
          <input type="hidden" name="was" value={JSON.stringify(was)} />
          <IncomeSheet
            groups={groups}
            members={income.memberCount}
            words={{
              yuan: t("yuan"),
              money: common("money.yuan", { amount: "{amount}" }),
              accept: t("accept", { year: String(income.year - 1), amount: "{amount}" }),
              more: t("more"),
              net: t("net"),
              perHead: t("perHead"),
              none: f.none,
              unread: t("unread"),
              lines: LINE_KINDS.map((kind) => {
                const fen = lines[kind];
                const named = fen === null ? t("line.unset", { year: String(income.year) }) : f.yuan(fen);
                return {
                  ...{ kind, fen: fen === null ? "" : String(fen) },
                  name: `${t(`line.${kind}`)} ${named}`,
                  above: t("line.isAbove"),
                  below: t("line.isBelow"),
                };
              }),
            }}
          >
            <Overwrite label={households("edit.overwrite")} />
            <div className="flex gap-2">
              <SubmitButton>{common("save")}</SubmitButton>
              <LinkButton kind="quiet" href={back}>
                {common("back")}
              </LinkButton>
            </div>
          </IncomeSheet>
        </Form>
      </>
    );
  },
});
