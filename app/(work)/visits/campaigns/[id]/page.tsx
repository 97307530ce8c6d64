/** How far a campaign of visits came: unit by unit for the desk, and in a village the households that are left. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { stateOf } from "#lib/domains/campaigns/campaign.ts";
import { LEFT_PER_PAGE, showCampaign } from "#lib/domains/campaigns/queries/campaigns.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { saveCampaignEnd } from "../actions.ts";

const SAVED = ["called", "ended"] as const;

export async function generateMetadata() {
  const t = await getTranslations("campaigns");
  return { title: `${t("title")} · ${t("progress")}` };
}

export default page({
  route: "/visits/campaigns/[id]",
  load: (scope, { params, search }) =>
    showCampaign(scope, {
      id: params.id ?? "",
      unit: toParams(search).get("u") ?? undefined,
      page: toParams(search).get("page") ?? 1,
    }),
  refused: () => <PermissionNote />,
  render: async ({ place, campaign, progress, left, page: at, mayEnd, mayVisit }, { search, today }) => {
    const t = await getTranslations("campaigns");
    const f = await getFormats();
    const params = toParams(search);
    const path = `/visits/campaigns/${campaign.id}`;
    const { unit, above, below } = place;
    const saved = SAVED.find((one) => one === search.saved);
    const [whole, done] = progress.reduce(([all, been], one) => [all + one.whole, been + one.done], [0, 0]);
    const from = (at - 1) * LEFT_PER_PAGE;
    const pageHref = (to: number) => withParams(path, params, { page: to > 1 ? String(to) : null }, true);
    const open = stateOf(campaign, today) === "RUNNING";
    return (
      <>
        <PageHead
          title={campaign.name}
          back={{ href: `/visits/campaigns?u=${unit.id}`, label: t("title") }}
          note={[
            campaign.unit,
            t("days", { from: campaign.fromOn, to: campaign.lastOn }),
            t(`covers.${campaign.covers}`),
            t(`state.${stateOf(campaign, today)}`),
            campaign.endedWhy ?? "",
            campaign.note ?? "",
          ]
            .filter(Boolean)
            .join(" · ")}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={path} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid grid-cols-1 gap-4">
          <p className="font-semibold text-h3" data-progress={`${done}/${whole}`}>
            {whole === 0
              ? t("nobody")
              : done === whole
                ? t("allDone", { count: whole })
                : t("left", { done, left: whole - done })}
          </p>
          {unit.level === "VILLAGE" ? (
            left.length === 0 ? null : (
              <>
                <RowList label={t("leftOf", { name: unit.name })}>
                  {left.map((one) => (
                    <RowLink
                      key={one.id}
                      href={mayVisit && open ? `/visits/new?household=${one.id}` : `/households/${one.id}`}
                      title={one.headName}
                      meta={one.groupName}
                      detail={one.lastVisitOn ? t("last", { day: one.lastVisitOn }) : t("never")}
                    />
                  ))}
                </RowList>
                {whole - done > LEFT_PER_PAGE ? (
                  <Pager
                    total={whole - done}
                    shown={{ from: from + 1, to: from + left.length }}
                    previousHref={at > 1 ? pageHref(at - 1) : null}
                    nextHref={from + left.length < whole - done ? pageHref(at + 1) : null}
                  />
                ) : null}
              </>
            )
          ) : progress.length === 0 ? (
            <EmptyState kind="never" title={t("nobody")} />
          ) : (
            <Card flush>
              <Table caption={t("progress")} stacked>
                <Head>
                  <Column>{t("unit")}</Column>
                  <Column numeric>{t("whole")}</Column>
                  <Column numeric>{t("done")}</Column>
                  <Column numeric>{t("open")}</Column>
                  <Column numeric>{t("share")}</Column>
                </Head>
                <Body>
                  {progress.map((one) => (
                    <Row key={one.id}>
                      <Cell head>
                        <Link
                          href={withParams(path, params, { u: String(one.id), saved: null })}
                          className="inline-flex min-h-touch items-center desk:min-h-6"
                        >
                          {one.name}
                        </Link>
                      </Cell>
                      <Cell label={t("whole")} numeric>
                        {f.number(one.whole)}
                      </Cell>
                      <Cell label={t("done")} numeric>
                        {f.number(one.done)}
                      </Cell>
                      <Cell label={t("open")} numeric>
                        {f.number(one.whole - one.done)}
                      </Cell>
                      <Cell label={t("share")} numeric>
                        {t("percent", { share: (Math.floor((one.done * 1000) / one.whole) / 10).toFixed(1) })}
                      </Cell>
                    </Row>
                  ))}
                </Body>
              </Table>
            </Card>
          )}
          {mayEnd ? (
            <Disclosure label={t("end.title")}>
              <Form action={saveCampaignEnd} id="end" className="grid max-w-form gap-3">
                <input type="hidden" name="id" value={campaign.id} />
                <Field name="why" label={t("end.why")} required>
                  <TextInput maxLength={200} autoComplete="off" />
                </Field>
                <div>
                  <SubmitButton kind="secondary">{t("end.save")}</SubmitButton>
                </div>
              </Form>
            </Disclosure>
          ) : null}
        </div>
      </>
    );
  },
});
