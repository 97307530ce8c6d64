/** The programs by which talent comes, by stream, with how many serve by each. */
import { getTranslations } from "next-intl/server";
import { TalentHead } from "#components/talent/talent-head.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPrograms } from "#lib/domains/talent/queries/programs.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { oneOf, scopeAsked } from "../asked.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("programs.title") };
}

export default page({
  route: "/talent/programs",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    return listPrograms(scope, scopeAsked(toParams(search), scope.today));
  },
  refused: () => <PermissionNote />,
  render: async ({ place, rows, mayFound }, { search }) => {
    const t = await getTranslations("talent");
    const params = toParams(search);
    const done = oneOf(["founded", "corrected"] as const, params.get("done") ?? undefined);
    params.delete("done");
    const newHref = `/talent/programs/new?u=${place.unit.id}`;
    return (
      <>
        <TalentHead
          current="programs"
          params={params}
          place={place}
          actions={
            mayFound ? (
              <LinkButton kind="primary" href={newHref}>
                {t("programs.found")}
              </LinkButton>
            ) : null
          }
        />
        {done ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`done.${done}`)}</Notice>
          </div>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState
            kind="never"
            title={t("programs.never")}
            action={mayFound ? <LinkButton href={newHref}>{t("programs.found")}</LinkButton> : undefined}
          />
        ) : (
          <Card flush>
            <Table caption={t("programs.title")} stacked>
              <Head>
                <Column>{t("field.programName")}</Column>
                <Column>{t("field.stream")}</Column>
                <Column>{t("field.operator")}</Column>
                <Column>{t("field.place")}</Column>
                <Column>{t("field.days")}</Column>
                <Column numeric>{t("overview.serving")}</Column>
              </Head>
              <Body>
                {rows.map((row) => (
                  <Row key={row.id}>
                    <Cell head>
                      <Link
                        href={`/talent/programs/${row.id}`}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {row.name}
                      </Link>
                    </Cell>
                    <Cell label={t("field.stream")} nowrap>
                      {t(`stream.${row.stream}`)}
                    </Cell>
                    <Cell label={t("field.operator")}>{row.operator ?? <EmptyMark />}</Cell>
                    <Cell label={t("field.place")} hideStacked>
                      {row.place}
                    </Cell>
                    <Cell label={t("field.days")} hideStacked>
                      {row.toOn
                        ? t("days.between", { from: row.fromOn, to: row.toOn })
                        : t("days.since", { from: row.fromOn })}
                    </Cell>
                    <Cell label={t("overview.serving")} numeric>
                      <Link
                        href={withParams("/talent", params, { "f.program": row.id })}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {t("programs.people", { n: row.serving })}
                      </Link>
                    </Cell>
                  </Row>
                ))}
              </Body>
            </Table>
          </Card>
        )}
      </>
    );
  },
});
