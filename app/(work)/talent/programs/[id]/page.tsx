/** One program: what it is and who runs it; whoever administers its place corrects it here. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { ProgramForm } from "#components/talent/program-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { getProgram } from "#lib/domains/talent/queries/programs.ts";
import { page } from "#lib/platform/page.ts";
import { saveCorrectedProgram } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("programs.one") };
}

export default page({
  route: "/talent/programs/[id]",
  load: (scope, { params }) => getProgram(scope, { id: params.id ?? "" }),
  render: async (program, { today }) => {
    const t = await getTranslations("talent");
    return (
      <>
        <PageHead
          title={program.name}
          back={{ href: "/talent/programs", label: t("programs.title") }}
          note={`${t(`stream.${program.stream}`)} · ${program.place}`}
          actions={
            <>
              <WhoChanged kind="talentProgram" id={program.id} />
              <LinkButton href={`/talent?f.program=${program.id}`}>{t("programs.who")}</LinkButton>
            </>
          }
        />
        <div className="grid gap-4">
          <Card>
            <SummaryList
              columns={2}
              items={[
                { label: t("field.operator"), value: program.operator ?? <EmptyMark /> },
                {
                  label: t("field.days"),
                  value: program.toOn
                    ? t("days.between", { from: program.fromOn, to: program.toOn })
                    : t("days.since", { from: program.fromOn }),
                },
                { label: t("field.note"), value: program.note ?? <EmptyMark /> },
              ]}
            />
          </Card>
          {program.mayRun ? (
            <Card title={t("programs.correct")}>
              <ProgramForm
                hidden={{ id: program.id, version: String(program.version) }}
                written={program}
                today={today}
                save={saveCorrectedProgram}
              />
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
