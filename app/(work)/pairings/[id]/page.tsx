/** One pairing: end it, or put another helper in its place; the days between stay visible as uncovered. */

import { getLocale, getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { HelperChoice } from "#components/pairings/helper-choice.tsx";
import { HelperSearch } from "#components/pairings/helper-search.tsx";
import { OverCap } from "#components/pairings/over-cap.tsx";
import { PairingState } from "#components/pairings/pairing-state.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import { END_REASONS } from "#lib/domains/pairings/pairing.ts";
import { findHelpers, getPairing, loadLimits } from "#lib/domains/pairings/queries/helpers.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveEnd, saveReplacement, takeBack } from "../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("pairings");
  return { title: `${t("title")} · ${t("change")}` };
}

export default page({
  route: "/pairings/[id]",
  load: async (scope, { params, search }) => {
    const pairing = await getPairing(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "pairing.edit", pairing.divisionId)) throw refused();
    const asked = toParams(search);
    const q = asked.get("q")?.trim().slice(0, 40) ?? "";
    const replacing = asked.get("do") === "replace";
    return {
      pairing,
      q,
      replacing,
      candidates: replacing ? await findHelpers(scope, { q }) : [],
      limits: replacing ? await loadLimits(scope, {}) : {},
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ pairing, q, replacing, candidates, limits }, { today }) => {
    const t = await getTranslations("pairings");
    const locale = await getLocale();
    /** What has ended is history: it can at most be taken back. */
    const over = pairing.toOn !== null && pairing.toOn <= today;
    const here = `/pairings/${pairing.id}`;
    const reasons = END_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }));
    const ending = (
      <>
        <input type="hidden" name="id" value={pairing.id} />
        <Field name="toOn" label={t("end.on")} hint={t("end.hint")} required>
          <DateInput today={today} defaultValue={today} />
        </Field>
        <Field name="reason" label={t("end.reason")} required>
          <Select options={reasons} empty={t("end.choose")} width="medium" />
        </Field>
      </>
    );
    return (
      <>
        <PageHead
          title={`${pairing.helperName} → ${pairing.headName}`}
          back={{ href: `/households/${pairing.householdId}?tab=pairings`, label: pairing.headName }}
          mark={<PairingState pairing={pairing} today={today} />}
          note={`${codeName(PAIRING_KINDS, pairing.kind, locale)} · ${pairing.helperUnit ?? "—"} · ${t("since", { from: pairing.fromOn })}`}
          actions={<WhoChanged kind="pairing" id={pairing.id} />}
        />
        {pairing.undoable ? (
          <Form action={takeBack} buttonOnly className="mb-3">
            <input type="hidden" name="id" value={pairing.id} />
            <SubmitButton kind="secondary">{t("takeBack")}</SubmitButton>
          </Form>
        ) : null}
        {over ? null : (
          <>
            <Tabs
              label={t("change")}
              items={[
                { href: here, label: t("end.title"), current: !replacing },
                { href: `${here}?do=replace`, label: t("replace.title"), current: replacing },
              ]}
            />
            <Card>
              {replacing ? (
                <>
                  <HelperSearch path={here} q={q} keep={[["do", "replace"]]} />
                  <Form action={saveReplacement} className="mt-4 grid max-w-xl gap-4">
                    <HelperChoice q={q} candidates={candidates} limits={limits} />
                    {ending}
                    <Field name="fromOn" label={t("replace.from")} hint={t("replace.hint")} required>
                      <DateInput today={today} defaultValue={today} />
                    </Field>
                    <OverCap label={t("overCap.label")} sure={t("overCap.sure")} />
                    <div>
                      <SubmitButton>{t("replace.save")}</SubmitButton>
                    </div>
                  </Form>
                </>
              ) : (
                <Form action={saveEnd} className="grid max-w-xl gap-4">
                  {ending}
                  <div>
                    <SubmitButton kind="danger">{t("end.save")}</SubmitButton>
                  </div>
                </Form>
              )}
            </Card>
          </>
        )}
      </>
    );
  },
});
