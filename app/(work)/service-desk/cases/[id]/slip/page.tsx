/** The slip that the citizen takes home: number, limit, what is missing, and the code by which to ask; the name alone of what is personal. */
import { getTranslations } from "next-intl/server";
import { QrCode } from "#components/accounts/qr-code.tsx";
import { PrintButton } from "#components/handover/print-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { showCase } from "#lib/domains/services/queries/show.ts";
import { originHere } from "#lib/platform/here.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  const t = await getTranslations("services");
  return { title: `${t("title")} · ${t("slip.title")}` };
}

export default page({
  route: "/service-desk/cases/[id]/slip",
  load: (scope, { params }) => showCase(scope, { id: params.id ?? "" }),
  render: async ({ head, papers }) => {
    const t = await getTranslations("services");
    const address = `${await originHere()}/s/${head.code}`;
    const missing = papers.filter(({ handedOn }) => handedOn === null).map(({ name }) => name);
    return (
      <>
        <PageHead
          title={t("slip.title")}
          note={head.windowName}
          back={{ href: `/service-desk/cases/${head.id}`, label: t("case.title") }}
          actions={<PrintButton label={t("slip.print")} />}
        />
        <Card>
          <SummaryList
            items={[
              { label: t("slip.number"), value: <strong className="font-num text-h2">{head.number}</strong> },
              { label: t("list.item"), value: head.itemName },
              { label: t("case.applicant"), value: head.applicant },
              { label: t("slip.acceptedOn"), value: head.acceptedOn },
              {
                label: t("case.due"),
                value: head.dueOn ?? t("state.PAUSED"),
                note: t("items.days", { days: head.limitDays }),
              },
              ...(missing.length > 0 ? [{ label: t("slip.missing"), value: missing.join("、") }] : []),
              { label: t("windows.address"), value: head.windowPlace, note: head.windowHours },
            ]}
          />
        </Card>
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <QrCode text={address} name={t("slip.scan")} />
          <div className="min-w-0">
            <p>{t("slip.scan")}</p>
            <p className="font-num text-h3">{head.code.replace(/(.{4})(?=.)/g, "$1 ")}</p>
            <p className="break-all text-ink-2 text-note">{address}</p>
          </div>
        </div>
      </>
    );
  },
});
