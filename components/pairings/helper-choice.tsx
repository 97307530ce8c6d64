/** Whom to choose: people found, told apart by unit, post and place, with how many households each has; or somebody not found. */
import { getLocale, getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { codeName, POLITICAL_STATUSES, RANKS } from "#lib/domains/households/codes.ts";
import { overload } from "#lib/domains/pairings/pairing.ts";
import type { Candidate } from "#lib/domains/pairings/queries/helpers.ts";

type Props = { q: string; candidates: Candidate[]; limits: Record<string, number> };

export async function HelperChoice({ q, candidates, limits }: Props) {
  const t = await getTranslations("pairings");
  const locale = await getLocale();
  const lineOf = (one: Candidate) => {
    const over = overload(one.rank, one.load + 1, limits);
    return [
      one.name,
      one.unit ?? one.place,
      one.post ??
        codeName(RANKS, one.rank, locale) ??
        codeName(POLITICAL_STATUSES, one.politicalStatus, locale),
      t("choose.load", { count: one.load }),
      over > 0 ? t("choose.over", { limit: limits[one.rank ?? ""] ?? 0 }) : null,
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <div className="grid gap-4">
      {candidates.length > 0 ? (
        <ChipGroup
          name="helperId"
          label={t("choose.label")}
          kind="radio"
          hint={t("choose.hint")}
          options={candidates.map((one) => ({
            value: one.id,
            label: lineOf(one),
            mark: overload(one.rank, one.load + 1, limits) > 0 ? ("watch" as const) : undefined,
          }))}
        />
      ) : q === "" ? null : (
        <p className="text-ink-2">{t("choose.none", { q })}</p>
      )}
      <Disclosure label={t("choose.new")} open={q !== "" && candidates.length === 0}>
        <div className="grid gap-4">
          <Field name="newName" label={t("choose.name")}>
            <TextInput maxLength={30} autoComplete="off" width="medium" />
          </Field>
          <Field name="newUnit" label={t("choose.unit")}>
            <TextInput maxLength={60} autoComplete="off" width="medium" />
          </Field>
          <Field name="newPhone" label={t("choose.phone")} optional>
            <TextInput inputMode="tel" maxLength={12} autoComplete="off" width="medium" />
          </Field>
        </div>
      </Disclosure>
    </div>
  );
}
