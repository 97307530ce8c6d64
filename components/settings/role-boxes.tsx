/** Which roles a setting names: one box each, ticked as they are now or as they were typed. */

import { getTranslations } from "next-intl/server";
import type { Role } from "#lib/domains/accounts/roles.ts";

type Props = { label: string; roles: readonly Role[]; ticked: readonly string[] };

export async function RoleBoxes({ label, roles, ticked }: Props) {
  const t = await getTranslations("accounts");
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <div className="mt-1 grid gap-x-4 pad:grid-cols-2">
        {roles.map((role) => (
          <label key={role} className="flex min-h-control items-center gap-2">
            <input type="checkbox" name={role} value="yes" defaultChecked={ticked.includes(role)} />
            {t(`roles.${role}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
