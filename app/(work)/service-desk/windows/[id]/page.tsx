/** One window as the card that stands on its counter: what is handled, within how many days, which papers; and where to ask for one's case. */
import { getTranslations } from "next-intl/server";
import { QrCode } from "#components/accounts/qr-code.tsx";
import { PrintButton } from "#components/handover/print-button.tsx";
import { Offered } from "#components/services/offered.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { showWindow } from "#lib/domains/services/queries/windows.ts";
import { originHere } from "#lib/platform/here.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  const t = await getTranslations("services");
  return { title: `${t("title")} · ${t("counter.title")}` };
}

export default page({
  route: "/service-desk/windows/[id]",
  load: (scope, { params }) => showWindow(scope, { id: params.id ?? "" }),
  refused: () => <PermissionNote />,
  render: async ({ window, items }) => {
    const t = await getTranslations("services");
    const address = `${await originHere()}/s`;
    return (
      <>
        <PageHead
          title={window.name}
          note={t("counter.note")}
          back={{ href: `/service-desk/windows?u=${window.divisionId}`, label: t("windows.title") }}
          actions={<PrintButton label={t("counter.print")} />}
        />
        <div className="grid gap-4">
          <Card>
            <SummaryList
              items={[
                { label: t("windows.unit"), value: window.place },
                { label: t("windows.address"), value: window.address },
                {
                  label: t("windows.hours"),
                  value: window.closedOn ? t("counter.closed", { day: window.closedOn }) : window.hours,
                },
              ]}
            />
          </Card>
          <Card flush>
            <Offered items={items} />
          </Card>
          <div className="flex flex-wrap items-center gap-4">
            <QrCode text={address} name={t("counter.scan")} />
            <p className="min-w-0 break-all">
              {t("counter.scan")}
              <br />
              <span className="text-ink-2 text-note">{address}</span>
            </p>
          </div>
        </div>
      </>
    );
  },
});
