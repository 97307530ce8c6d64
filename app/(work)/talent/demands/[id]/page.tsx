/** One demand: what is wanted, who holds its places, and how they are filled, given back and taken off the list. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { DemandMark } from "#components/talent/demand-table.tsx";
import { FillingList } from "#components/talent/filling-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { getDemand } from "#lib/domains/talent/queries/get-demand.ts";
import { page } from "#lib/platform/page.ts";
import { saveDemandEnd, saveFilling, saveRelease } from "../../actions.ts";
import { oneOf } from "../../asked.ts";

const DONE = ["listed", "corrected", "filled", "released", "closed"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("demands.one") };
}

export default page({
  route: "/talent/demands/[id]",
  load: (scope, { params }) => getDemand(scope, { id: params.id ?? "" }),
  render: async (demand, { search, today }) => {
    const t = await getTranslations("talent");
    const done = oneOf(DONE, typeof search.done === "string" ? search.done : undefined);
    const filled = demand.fillings.filter(({ now }) => now).length;
    const open = demand.toOn === null;
    return (
      <>
        <PageHead
          title={demand.post}
          back={{ href: "/talent/demands", label: t("demands.title") }}
          mark={<DemandMark wanted={demand.wanted} filled={filled} toOn={demand.toOn} day={today} />}
          note={`${demand.unitName} · ${demand.place}`}
          actions={
            <>
              <WhoChanged kind="talentDemand" id={demand.id} />
              {demand.mayKeep && open ? (
                <LinkButton href={`/talent/demands/${demand.id}/edit`}>{t("form.correct")}</LinkButton>
              ) : null}
            </>
          }
        />
        {done ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`done.${done}`)}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          <Card>
            <SummaryList
              columns={2}
              items={[
                { label: t("field.kind"), value: t(`kind.${demand.kind}`) },
                { label: t("field.wanted"), value: t("demands.of", { filled, wanted: demand.wanted }) },
                { label: t("field.listedOn"), value: demand.fromOn },
                {
                  label: t("field.closedOn"),
                  value: demand.toOn ?? <EmptyMark why="notDue" />,
                  note: demand.closedWhy ?? undefined,
                },
                { label: t("field.note"), value: demand.note ?? <EmptyMark /> },
              ]}
            />
          </Card>
          <Card flush title={t("fill.title")} id="places">
            {demand.fillings.length === 0 ? (
              <EmptyState kind="never" title={t("fill.none")} />
            ) : (
              <FillingList
                rows={demand.fillings}
                today={today}
                release={demand.mayKeep && open ? saveRelease : null}
              />
            )}
          </Card>
          {demand.mayKeep && open && filled < demand.wanted ? (
            <Card title={t("fill.fill")} note={t("fill.note")}>
              {demand.candidates.length === 0 ? (
                <EmptyState
                  kind="never"
                  title={t("fill.nobody")}
                  action={
                    <LinkButton href={`/talent/new?u=${demand.divisionId}`}>
                      {t("talent.register")}
                    </LinkButton>
                  }
                />
              ) : (
                <Form action={saveFilling} id="fill" className="grid max-w-xl gap-4">
                  <input type="hidden" name="id" value={demand.id} />
                  <Field name="talentId" label={t("fill.who")} required>
                    <Select
                      empty={t("form.choose")}
                      options={demand.candidates.map((one) => ({
                        value: one.id,
                        label: `${one.name} · ${one.unitName}`,
                        group: t(`kind.${one.kind}`),
                      }))}
                    />
                  </Field>
                  <Field name="fromOn" label={t("fill.from")} required>
                    <DateInput today={today} max={today} defaultValue={today} />
                  </Field>
                  <div>
                    <SubmitButton>{t("fill.save")}</SubmitButton>
                  </div>
                </Form>
              )}
            </Card>
          ) : null}
          {demand.mayKeep && open ? (
            <Card>
              <Disclosure label={t("demands.close")}>
                <Form action={saveDemandEnd} id="close" className="grid max-w-xl gap-4">
                  <p className="text-ink-2">{t("demands.closeNote")}</p>
                  <input type="hidden" name="id" value={demand.id} />
                  <input type="hidden" name="version" value={demand.version} />
                  <Field name="toOn" label={t("field.closedOn")} required>
                    <DateInput today={today} max={today} defaultValue={today} />
                  </Field>
                  <Field name="why" label={t("fill.why")} required>
                    <TextInput maxLength={100} autoComplete="off" />
                  </Field>
                  <div>
                    <SubmitButton kind="secondary">{t("demands.saveClose")}</SubmitButton>
                  </div>
                </Form>
              </Disclosure>
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
