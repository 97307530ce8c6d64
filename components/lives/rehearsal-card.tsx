/** The second step of dividing, joining or ending a file: names and counts before anything is written, and the button that does it. */
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { codeName, RELATIONS } from "#lib/domains/households/codes.ts";
import { relationTo } from "#lib/domains/lives/life.ts";
import type { Rehearsal } from "#lib/domains/lives/queries/rehearsal.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { RelationFields } from "./relation-fields.tsx";

type Props<T> = {
  name: string;
  today: string;
  rehearsal: Rehearsal;
  /** What was chosen in the first step, to be sent along. */
  fields: readonly (readonly [string, string])[];
  save: FormAction<T>;
  backHref: string;
};

export async function LifeRehearsal<T>({ name, today, rehearsal, fields, save, backHref }: Props<T>) {
  const t = await getTranslations("lives");
  const locale = await getLocale();
  const f = await getFormats();
  const { kind, go, stay, headId, into } = rehearsal;
  const named = (people: Rehearsal["go"]) =>
    people.length === 0
      ? t("nobody")
      : people
          .map((one) =>
            t("named", {
              name: one.name,
              relation: codeName(RELATIONS, one.relation, locale) ?? one.relation,
            }),
          )
          .join(t("comma"));
  const head = go.find(({ personId }) => personId === headId);
  const asked =
    kind === "SPLIT"
      ? go.filter((one) => one !== head).map((one) => ({ ...one, proposed: proposedTo(head, one) }))
      : kind === "MERGE"
        ? go.map((one) => ({ ...one, proposed: null }))
        : [];
  return (
    <Card title={t("rehearsal.title")} note={t("rehearsal.note")}>
      <div className="grid gap-4">
        <SummaryList
          items={[
            { label: t("on"), value: f.day(rehearsal.on) },
            {
              label: t(`rehearsal.go.${kind}`),
              value: t("rehearsal.people", { count: go.length, names: named(go) }),
            },
            ...(kind === "SPLIT"
              ? [
                  {
                    label: t("rehearsal.stay", { name }),
                    value: t("rehearsal.people", { count: stay.length, names: named(stay) }),
                  },
                ]
              : []),
            ...(into
              ? [
                  {
                    label: t("rehearsal.into"),
                    value: t("rehearsal.intoFile", {
                      name: into.headName,
                      number: into.householdNo,
                      place: into.place,
                    }),
                    note: t("counted", { before: into.members, after: into.members + go.length }),
                  },
                  {
                    label: t("rehearsal.income"),
                    value: rehearsal.mixedIncomes
                      ? t("rehearsal.mixed")
                      : t("rehearsal.fromTo", {
                          from: f.yuan(rehearsal.perHead.before),
                          to: f.yuan(rehearsal.perHead.after),
                        }),
                  },
                ]
              : []),
            {
              label: t("rehearsal.stays"),
              value: t("tieHas", { visits: rehearsal.visits, pairings: rehearsal.pairings }),
              note: t(`rehearsal.staysSay.${kind}`, { running: rehearsal.running }),
            },
          ]}
        />
        <Form action={save} id="confirm" className="grid max-w-xl gap-4">
          {fields.map(([key, value]) => (
            <input key={`${key}${value}`} type="hidden" name={key} value={value} />
          ))}
          <RelationFields
            people={asked}
            today={today}
            head={kind === "SPLIT" ? (head?.name ?? "") : (into?.headName ?? "")}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton kind={kind === "SPLIT" ? "primary" : "danger"}>
              {t(`rehearsal.confirm.${kind}`)}
            </SubmitButton>
            <LinkButton kind="quiet" href={backHref}>
              {t("rehearsal.back")}
            </LinkButton>
          </div>
        </Form>
      </div>
    </Card>
  );
}

const proposedTo = (head: Rehearsal["go"][number] | undefined, one: Rehearsal["go"][number]) => {
  const proposed = head ? relationTo(head.relation, one.relation) : "OTHER";
  return proposed === "OTHER" || proposed === "HEAD" ? null : proposed;
};
