/** Who stood in for whom, when, with which roles; what still holds can be ended at once. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Role } from "#lib/domains/accounts/roles.ts";
import type { Delegation, Held } from "#lib/domains/delegations/delegation.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { title: string; none: string; rows: readonly Delegation[]; end: FormAction<Held> };

const LIGHTS = { now: "ok", later: "none", over: "off" } as const;

export async function DelegationList({ title, none, rows, end }: Props) {
  const t = await getTranslations("delegations");
  const accounts = await getTranslations("accounts");
  const f = await getFormats();
  return (
    <Card title={title}>
      {rows.length === 0 ? <p className="text-ink-2">{none}</p> : null}
      <ul className="divide-y divide-line">
        {rows.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <strong>{t("line", { from: one.fromName, to: one.toName })}</strong>
                <Light state={LIGHTS[one.state]} word={t(`state.${one.state}`)} />
              </p>
              <p>
                {t("term", { from: f.day(one.fromOn), to: f.day(one.toOn) })} · {one.reason}
              </p>
              <p className="text-ink-2 text-note">
                {one.roles
                  .map(({ role, place }) => t("roleAt", { role: accounts(`roles.${role as Role}`), place }))
                  .join("、")}
              </p>
            </div>
            {one.mayEnd ? (
              <Form action={end} buttonOnly done={t("ended")}>
                <input type="hidden" name="id" value={one.id} />
                <SubmitButton kind="secondary" size="small">
                  {t("end")}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
