/** Whom to visit: my households first, those longest not visited on top; or somebody found by name or number. */
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import type { Choice } from "#lib/domains/visits/queries/visit-form.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  q: string;
  choices: Choice[];
  today: string;
  /** Where the chosen household leads. */
  path?: "/visits/new" | "/needs/new";
  /** What is asked, where it is not whom to visit. */
  label?: string;
};

export async function HouseholdPicker({ q, choices, today, path = "/visits/new", label }: Props) {
  const t = await getTranslations("visits");
  const f = await getFormats();
  return (
    <div className="grid max-w-xl gap-3">
      <form action={path} method="get" className="flex items-end gap-2">
        <label className="block grow">
          <span className="font-semibold">{label ?? t("pick.label")}</span>
          <input
            type="search"
            name="q"
            defaultValue={q}
            placeholder={t("pick.hint")}
            className={inputClass}
          />
        </label>
        <Button type="submit">{t("pick.go")}</Button>
      </form>
      {choices.length === 0 ? (
        <EmptyState
          kind={q === "" ? "never" : "filtered"}
          title={q === "" ? t("pick.noneMine") : t("pick.none", { q })}
        />
      ) : (
        <RowList label={label ?? t("pick.label")}>
          {choices.map((one) => (
            <RowLink
              key={one.id}
              href={`${path}?household=${one.id}`}
              title={t("of", { name: one.headName })}
              meta={one.mine ? t("pick.mine") : undefined}
              detail={[one.place, one.groupName].filter(Boolean).join(" ")}
              end={one.lastVisitOn ? f.near(one.lastVisitOn, today) : t("pick.never")}
            />
          ))}
        </RowList>
      )}
    </div>
  );
}
