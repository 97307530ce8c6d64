/** One request: what is asked for, and the decision of it. */

import { getTranslations } from "next-intl/server";
import { DecisionForm, FieldTable } from "#components/registry/decision-form.tsx";
import { fieldWords } from "#components/registry/field-words.ts";
import { SaidList } from "#components/registry/said-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { incomeSources } from "#lib/domains/incomes/sources.ts";
import { getRequest } from "#lib/domains/lives/queries/requests.ts";
import { isCorrection, isPending } from "#lib/domains/lives/request.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { saveDecision, takeBackRequest } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("registry");
  return { title: `${t("requests")} · ${t("said")}` };
}

export default page({
  route: "/registry/requests/[id]",
  load: async (scope, { params }) => {
    const request = await getRequest(scope, { id: params.id ?? "" });
    return { request, sources: request.kind === "CORRECT_INCOME" ? await incomeSources(scope.sql) : [] };
  },
  render: async ({ request, sources }) => {
    const t = await getTranslations("registry");
    const f = await getFormats();
    const words = await fieldWords(request.kind, sources);
    const open = isPending(request.status);
    const { campaign } = request.gate;
    return (
      <>
        <PageHead
          title={t("request", { kind: t(`kind.${request.kind}`), name: request.title })}
          back={{ href: "/registry/requests", label: t("requests") }}
          note={`${[request.township, request.place, request.about].filter(Boolean).join(" ")} · ${request.by} ${f.dayTime(request.askedAt)} · ${t(`requestStatus.${request.status}`)}`}
          actions={
            request.householdId ? (
              <LinkButton href={`/households/${request.householdId}?tab=overview`}>
                {t("openFile")}
              </LinkButton>
            ) : null
          }
        />
        <div className="grid gap-4">
          {isCorrection(request.kind) ? null : (
            <Card title={t("said")}>
              <SaidList request={request} />
            </Card>
          )}
          {!open ? (
            <Card title={t("decision")}>
              <p>
                {t("decidedBy", {
                  name: request.decidedBy ?? request.by,
                  at: request.decidedAt ? f.dayTime(request.decidedAt) : "",
                  status: t(`requestStatus.${request.status}`),
                })}
                {request.why ? ` · ${request.why}` : null}
              </p>
              {request.fields.length > 0 ? <FieldTable request={request} words={words} /> : null}
            </Card>
          ) : request.mine ? (
            <>
              {request.fields.length > 0 ? (
                <Card title={t("said")} flush>
                  <FieldTable request={request} words={words} />
                </Card>
              ) : null}
              <Notice>{t("own")}</Notice>
              <Form action={takeBackRequest} buttonOnly id="withdraw">
                <input type="hidden" name="id" value={request.id} />
                <SubmitButton kind="quiet">{t("withdraw")}</SubmitButton>
              </Form>
            </>
          ) : request.mayDecide ? (
            <Card title={t("decision")}>
              {request.due || !campaign ? null : (
                <div className="mb-3">
                  <Notice>{t("notYet", { day: f.day(campaign.opensOn) })}</Notice>
                </div>
              )}
              <DecisionForm request={request} words={words} save={saveDecision} />
            </Card>
          ) : request.fields.length > 0 ? (
            <Card title={t("said")} flush>
              <FieldTable request={request} words={words} />
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
