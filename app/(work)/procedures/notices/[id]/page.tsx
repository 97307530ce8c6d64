/** One public list as a poster for the board: A4, with the code that leads to the same list on the web. */

import { getTranslations } from "next-intl/server";
import { QrCode } from "#components/accounts/qr-code.tsx";
import { PrintButton } from "#components/handover/print-button.tsx";
import { PosterSheet } from "#components/procedures/poster.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { showNotice } from "#lib/domains/procedures/queries/notices.ts";
import { originHere } from "#lib/platform/here.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  const t = await getTranslations("procedures");
  return { title: `${t("notice.title")} · ${t("notice.poster")}` };
}

export default page({
  route: "/procedures/notices/[id]",
  load: (scope, { params }) => showNotice(scope, { id: params.id ?? "" }),
  render: async (notice) => {
    const t = await getTranslations("procedures");
    const address = `${await originHere()}/public/notices/${notice.code}`;
    return (
      <>
        <PageHead
          title={t(`notice.headline.${notice.step as "PUBLICITY_1"}`, { kind: t(`kind.${notice.kind}`) })}
          back={{ href: "/procedures/notices", label: t("notice.title") }}
          actions={<PrintButton label={t("notice.print")} />}
        />
        <PosterSheet notice={notice} />
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <QrCode text={address} name={t("notice.scan")} />
          <p className="min-w-0 break-all">
            {t("notice.scan")}
            <br />
            <span className="text-ink-2 text-note">{address}</span>
          </p>
        </div>
      </>
    );
  },
});
