/** Requests for leave with the level that decides, the decision, and the forms for whoever decides or takes a request back. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TeamView } from "#lib/domains/resident-teams/queries/show.ts";
import type { LeaveStatus } from "#lib/domains/resident-teams/team.ts";

const TONES: Record<LeaveStatus, "plain" | "info" | "ok" | "watch"> = {
  WAITING: "info",
  APPROVED: "ok",
  REJECTED: "watch",
  WITHDRAWN: "plain",
};
type Props = {
  view: TeamView;
  today: string;
  decide: FormAction<{ id: string }>;
  withdraw: FormAction<{ id: string }>;
};

export async function LeaveCard({ view, today, decide, withdraw }: Props) {
  const t = await getTranslations("teams");
  return (
    <Card title={t("leave.title")} note={t("leave.levels", { days: view.rules.leaveTownship })} id="leave">
      {view.leaves.length === 0 ? <p className="text-ink-2">{t("leave.none")}</p> : null}
      <ul className="divide-y divide-line">
        {view.leaves.map((one) => (
          <li key={one.id} className="grid gap-1 py-2">
            <span className="flex flex-wrap items-center gap-x-3">
              <span className="font-semibold">{one.name}</span>
              <span>
                {t("leave.span", {
                  kind: t(`status.${one.kind}`),
                  from: one.fromOn,
                  to: one.lastOn,
                  days: one.days,
                })}
              </span>
              <Badge tone={TONES[one.status]}>{t(`leave.status.${one.status}`)}</Badge>
            </span>
            <span className="text-ink-2 text-note">
              {[
                one.why,
                t(`leave.level.${one.level}`),
                one.decidedBy ? t("leave.decided", { name: one.decidedBy, day: one.decidedOn ?? "" }) : "",
                one.decidedWhy ?? "",
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {one.status === "WAITING" && one.mine ? (
              <Form action={decide} id={`decide-${one.id}`} className="grid max-w-form gap-2">
                <input type="hidden" name="id" value={one.id} />
                <ChipGroup
                  name="decision"
                  label={t("leave.decision", { name: one.name })}
                  kind="radio"
                  required
                  options={(["APPROVED", "REJECTED"] as const).map((value) => ({
                    value,
                    label: t(`leave.decide.${value}`),
                  }))}
                />
                <Field name="why" label={t("leave.opinion")} hint={t("leave.opinionHint")} optional>
                  <TextInput maxLength={200} autoComplete="off" />
                </Field>
                <div>
                  <SubmitButton>{t("leave.submit")}</SubmitButton>
                </div>
              </Form>
            ) : null}
            {one.own && (one.status === "WAITING" || (one.status === "APPROVED" && one.fromOn > today)) ? (
              <Form action={withdraw} id={`withdraw-${one.id}`}>
                <input type="hidden" name="id" value={one.id} />
                <SubmitButton kind="secondary">{t("leave.withdraw")}</SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
