/** The named persons of the demo, each with role and place: one click enters, as a plain form. */

import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Role } from "#lib/domains/accounts/roles.ts";
import type { DemoPerson } from "#lib/platform/strangers.ts";

type Props = { people: DemoPerson[]; action: FormAction<never>; to: string | null };

export async function DemoPeople({ people, action, to }: Props) {
  const t = await getTranslations("sign-in");
  const role = await getTranslations("accounts");
  return (
    <Card title={t("demo.title")} note={people.length > 0 ? t("demo.note") : t("demo.none")}>
      <Form action={action}>
        {to ? <input type="hidden" name="to" value={to} /> : null}
        <ul className="grid gap-2 pad:grid-cols-2">
          {people.map((person) => (
            <li key={person.account_id}>
              <button
                type="submit"
                name="account"
                value={person.account_id}
                className="min-h-touch w-full rounded-control border border-control bg-card px-3 py-2 text-left hover:bg-hover"
              >
                <span className="block font-semibold">{person.name}</span>
                <span className="block text-ink-2 text-note">
                  {t("demo.enter", { role: role(`roles.${person.role as Role}`), place: person.place })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </Card>
  );
}
