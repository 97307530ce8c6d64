/** One visit, as it was written down; taken back on the same day by whoever wrote it. */

import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { NeedsFace } from "#components/needs/needs-face.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { VisitAdditions } from "#components/visits/visit-additions.tsx";
import { VisitFacts } from "#components/visits/visit-facts.tsx";
import { VisitHints } from "#components/visits/visit-hints.tsx";
import { VisitPhotos } from "#components/visits/visit-photos.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { needsOfVisit } from "#lib/domains/needs/queries/list-needs.ts";
import { hintsOf } from "#lib/domains/visits/queries/hints.ts";
import { getVisit } from "#lib/domains/visits/queries/list-visits.ts";
import { page } from "#lib/platform/page.ts";
import { addToVisit, deletePhoto, explainVisit, takeVisitBack } from "../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("visits");
  return { title: `${t("title")} · ${t("column.situation")}` };
}

export default page({
  route: "/visits/[id]",
  load: async (scope, { params, search }) => ({
    visit: await getVisit(scope, { id: params.id ?? "" }),
    hints: await hintsOf(scope, { id: params.id ?? "" }),
    needs: await needsOfVisit(scope, { visit: params.id ?? "" }),
    refused: toParams(search).get("refused"),
    added: toParams(search).get("added"),
  }),
  render: async ({ visit, hints, needs, refused, added }, { today }) => {
    const t = await getTranslations("visits");
    return (
      <>
        <PageHead
          title={t("one", { name: visit.headName })}
          back={{
            href: `/households/${visit.householdId}?tab=visits`,
            label: t("of", { name: visit.headName }),
          }}
          mark={
            visit.late ? (
              <span className="inline-flex gap-1">
                <Badge>{t("late")}</Badge>
                {visit.bySheet ? <Badge>{t("bySheet")}</Badge> : null}
              </span>
            ) : undefined
          }
          note={[visit.place, visit.groupName].filter(Boolean).join(" ")}
          actions={<WhoChanged kind="visit" id={visit.id} />}
        />
        {visit.status === "WITHDRAWN" ? (
          <div className="mb-3">
            <Notice tone="watch">{t("withdrawn")}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          <Card>
            <VisitFacts visit={visit} />
            {visit.withdrawable ? (
              <Form action={takeVisitBack} buttonOnly className="mt-4">
                <input type="hidden" name="id" value={visit.id} />
                <SubmitButton kind="danger">{t("withdraw")}</SubmitButton>
              </Form>
            ) : null}
          </Card>
          <VisitAdditions visit={visit} newId={randomUUID()} saved={added} add={addToVisit} />
          <VisitHints hints={hints} today={today} explain={explainVisit} />
          {needs.rows.length > 0 ? <NeedsFace found={needs} today={today} heard /> : null}
          {visit.own || visit.photos.length > 0 ? (
            <VisitPhotos visit={visit} refused={refused} remove={deletePhoto} />
          ) : null}
        </div>
      </>
    );
  },
});
