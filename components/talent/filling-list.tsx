/** Who holds and held the places of a demand; whoever keeps it gives a place back here. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Filling } from "#lib/domains/talent/queries/get-demand.ts";

type Props = {
  rows: readonly Filling[];
  today: string;
  /** Present for whoever keeps the demand. */
  release: FormAction<{ id: string }> | null;
};

export async function FillingList({ rows, today, release }: Props) {
  const t = await getTranslations("talent");
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
          <Light
            state={row.now ? "ok" : "off"}
            word={t(row.now ? "fill.holds" : row.fromOn > today ? "fill.will" : "fill.held")}
          />
          {row.name ? (
            <Link
              href={`/talent/${row.talentId}`}
              className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
            >
              {row.name}
            </Link>
          ) : (
            <span className="text-ink-2">{t("fill.elsewhere")}</span>
          )}
          <span className="text-ink-2">
            {row.toOn
              ? t("days.between", { from: row.fromOn, to: row.toOn })
              : t("days.since", { from: row.fromOn })}
            {row.releasedWhy ? ` · ${row.releasedWhy}` : ""}
          </span>
          {release && (row.toOn === null || row.toOn > today) ? (
            <div className="w-full print:hidden">
              <Disclosure label={t("fill.release")}>
                <Form action={release} id={`release-${row.id}`} className="grid max-w-xl gap-3">
                  <input type="hidden" name="filling" value={row.id} />
                  <Field name="toOn" label={t("fill.releasedOn")} required>
                    <DateInput today={today} max={today} defaultValue={today} />
                  </Field>
                  <Field name="why" label={t("fill.why")} required>
                    <TextInput maxLength={100} autoComplete="off" />
                  </Field>
                  <div>
                    <SubmitButton kind="secondary">{t("fill.saveRelease")}</SubmitButton>
                  </div>
                </Form>
              </Disclosure>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
