/** What phones sealed when their sign-in was ended: opened here for a look, then taken in or turned away; works before any script. */

import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { askedFacts } from "#components/visits/asked-facts.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import { OF_A_PLACE, TAKEN_FOR_OTHERS } from "#lib/domains/sync/op.ts";
import type { HeldRow } from "#lib/domains/sync/queries/held.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  held: { rows: HeldRow[]; all: number };
  looked: string | null;
  take: FormAction<{ op: string }>;
  drop: FormAction<{ op: string }>;
};

export async function HeldCopies({ held, looked, take, drop }: Props) {
  const t = await getTranslations("field.held");
  const done = looked === "taken" || looked === "away" ? t(looked) : null;
  return (
    <section id="held" className="mt-6 max-w-2xl">
      <h2 className="mb-2 text-h2">{t("title", { count: held.all })}</h2>
      {done ? (
        <div role="status" className="mb-3">
          <Notice tone="ok">{done}</Notice>
        </div>
      ) : null}
      <p className="mb-2 text-ink-2 text-note">{held.all > 0 ? t("note") : t("none")}</p>
      {held.rows.length > 0 ? (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
          {held.rows.map((row) => (
            <HeldLine key={row.op} {...{ row, take, drop }} />
          ))}
        </ul>
      ) : null}
      {held.all > held.rows.length ? (
        <p className="mt-2 text-note">{t("more", { shown: held.rows.length })}</p>
      ) : null}
    </section>
  );
}

/** As the outbox of the phone says it: what, of whom, from what to what. */
async function factSaid({ field, member, was, value }: NonNullable<HeldRow["fact"]>) {
  const t = await getTranslations("field.row");
  const asked = (await askedFacts()).find(({ key }) => key === field);
  const said = (code: string) =>
    asked?.options.find((one) => one.value === code)?.label ?? (code || t("unknown"));
  return t("fact", {
    fact: [member, asked?.label].filter(Boolean).join(" · "),
    was: said(was),
    mine: said(value),
  });
}

type LineProps = Pick<Props, "take" | "drop"> & { row: HeldRow };

async function HeldLine({ row, take, drop }: LineProps) {
  const t = await getTranslations("field");
  const f = await getFormats();
  const { situation, visitedOn } = row;
  const place = OF_A_PLACE.find((kind) => kind === row.kind);
  const known = situation === "NORMAL" || situation === "CHANGED" || situation === "DIFFICULT";
  const facts = [
    row.kind === "NEED" ? t("held.need") : null,
    row.fact ? await factSaid(row.fact) : null,
    visitedOn ? t("held.visited", { day: f.day(visitedOn) }) : null,
    known ? t(`situation.${situation}`) : null,
    row.photos > 0 ? t("held.photos", { count: row.photos }) : null,
  ].filter(Boolean);
  return (
    <li className="grid gap-2 px-4 py-3">
      <p className="font-semibold text-h3">
        {place ? t(`held.kind.${place}`) : row.head ? t("row.of", { name: row.head }) : t("held.elsewhere")}
      </p>
      <p>{facts.join(" · ")}</p>
      {row.asked ? <p className="break-words">{row.asked}</p> : null}
      {row.note ? <p className="break-words">{row.note}</p> : null}
      <p className="text-ink-2 text-note">
        {t(row.closed ? "held.byClosed" : "held.by", { name: row.writer, when: f.dayTime(row.writtenAt) })}
      </p>
      <div className="flex flex-wrap items-start gap-3">
        {TAKEN_FOR_OTHERS.includes(row.kind) ? (
          <Form action={take} buttonOnly>
            <input type="hidden" name="op" value={row.op} />
            <SubmitButton kind="secondary">{t("held.take")}</SubmitButton>
          </Form>
        ) : null}
        <details className="min-w-0 grow">
          <summary className="inline-flex min-h-control min-w-11 cursor-pointer items-center text-link underline">
            {t("held.drop")}
          </summary>
          <Form action={drop} className="mt-2 grid max-w-md gap-2">
            <input type="hidden" name="op" value={row.op} />
            <Field name="why" label={t("held.why")} required>
              <TextInput maxLength={200} />
            </Field>
            <p>
              <SubmitButton kind="danger">{t("held.dropSure")}</SubmitButton>
            </p>
          </Form>
        </details>
      </div>
    </li>
  );
}
