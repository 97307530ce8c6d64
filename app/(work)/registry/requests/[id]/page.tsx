/** One request: what is asked for, and the decision of it. */

import { getLocale, getTranslations } from "next-intl/server";
import { DecisionForm, FieldTable } from "#components/registry/decision-form.tsx";
import { SaidList } from "#components/registry/said-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { sayFact } from "#lib/base/fact-field.ts";
import { householdFact } from "#lib/domains/households/fact-columns.ts";
import { getRequest } from "#lib/domains/lives/queries/requests.ts";
import { isPending } from "#lib/domains/lives/request.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { saveDecision, takeBackRequest } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("registry");
  return { title: `${t("requests")} · ${t("said")}` };
}

export default page({
  route: "/registry/requests/[id]",
  load: (scope, { params }) => getRequest(scope, { id: params.id ?? "" }),
  render: async (request) => {
    const t = await getTranslations("registry");
    const f = await getFormats();
    const locale = await getLocale();
    const facts = await getTranslations("facts");
    const said = { yes: facts("answer.yes"), no: facts("answer.no") };
    const words = {
      name: (field: string) => householdFact(field)?.[locale] ?? field,
      value: (field: string, value: string) => {
        const fact = householdFact(field);
        // Masked before it came here.
        return fact && fact.kind !== "phone" ? (sayFact(fact, value, locale, said) ?? value) : value;
      },
    };
    const open = isPending(request.status);
    const { campaign } = request.gate;
    return (
      <>
        <PageHead
          title={t("request", { kind: t(`kind.${request.kind}`), name: request.title })}
          back={{ href: "/registry/requests", label: t("requests") }}
          note={`${[request.township, request.place].filter(Boolean).join(" ")} · ${request.by} ${f.dayTime(request.askedAt)} · ${t(`requestStatus.${request.status}`)}`}
          actions={
            request.householdId ? (
              <LinkButton href={`/households/${request.householdId}?tab=overview`}>
                {t("openFile")}
              </LinkButton>
            ) : null
          }
        />
        <div className="grid gap-4">
          {request.kind === "CORRECT" ? null : (
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
