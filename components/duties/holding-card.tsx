/** One member on a post, or on the way to it: the steps so far with their days, the next one, checks and stars, and the end. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { NEXT, PARTS, RESULTS, STARS } from "#lib/domains/member-duties/duty.ts";
import type { PostView } from "#lib/domains/member-duties/queries/show.ts";

type Deed = FormAction<{ id: string }>;
type Props = {
  holding: PostView["holdings"][number];
  today: string;
  deeds: { step: Deed; end: Deed; review: Deed } | null;
};

export async function HoldingCard({ holding, today, deeds }: Props) {
  const t = await getTranslations("duties");
  const days = [
    t("day.proposed", { how: t(`way.${holding.how}`), day: holding.proposedOn }),
    holding.decidedOn ? t("day.decided", { day: holding.decidedOn }) : "",
    holding.publishedOn ? t("day.published", { day: holding.publishedOn }) : "",
    holding.signedOn ? t("day.signed", { day: holding.signedOn }) : "",
    holding.endedOn ? t("day.ended", { day: holding.endedOn }) : "",
  ].filter(Boolean);
  const next = NEXT[holding.status];
  const over = holding.status === "REFUSED" || holding.status === "ENDED";
  return (
    <Card
      named
      title={
        <Link
          href={`/duties/members/${holding.memberId}`}
          className="inline-flex min-h-touch items-center desk:min-h-6"
        >
          {holding.name}
        </Link>
      }
      action={
        <Badge tone={holding.status === "SIGNED" ? "ok" : over ? "plain" : "info"}>
          {t(`state.${holding.status}`)}
        </Badge>
      }
    >
      <p className="text-ink-2">{days.join(" · ")}</p>
      {holding.promise ? <p>{t("promise", { words: holding.promise })}</p> : null}
      {holding.why ? <p className="text-ink-2">{t("why", { words: holding.why })}</p> : null}
      {holding.reviews.map((one) => (
        <p key={`${one.year}${one.part}`} className="text-ink-2">
          {[
            t("reviewed", { year: String(one.year), part: t(`review.${one.part}`) }),
            one.result ? t(`result.${one.result}`) : t("stars", { count: one.stars ?? 0 }),
            one.words,
            one.by,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      ))}
      {deeds && next.length > 0 ? (
        <Form action={deeds.step} id={`step-${holding.id}`} className="mt-3 grid max-w-form gap-3">
          <input type="hidden" name="id" value={holding.id} />
          <ChipGroup
            name="step"
            label={t("step.title", { name: holding.name })}
            kind="radio"
            required
            defaultValue={next[0]}
            options={next.map((value) => ({ value, label: t(`step.${value}`) }))}
          />
          <Field name="on" label={t("step.on")} required>
            <DateInput today={today} defaultValue={today} max={today} />
          </Field>
          {next.includes("REFUSED") ? (
            <Field name="why" label={t("step.why")} hint={t("step.whyHint")} optional>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
          ) : null}
          <div>
            <SubmitButton>{t("step.save")}</SubmitButton>
          </div>
        </Form>
      ) : null}
      {deeds && holding.status === "SIGNED" ? (
        <Disclosure label={t("review.add")}>
          <Form action={deeds.review} id={`review-${holding.id}`} className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={holding.id} />
            <Field name="year" label={t("review.year")} required>
              <Select
                options={yearsSince(holding.signedOn, today).map((year) => ({ value: year, label: year }))}
                defaultValue={today.slice(0, 4)}
              />
            </Field>
            <ChipGroup
              name="part"
              label={t("review.part")}
              kind="radio"
              required
              options={PARTS.map((value) => ({ value, label: t(`review.${value}`) }))}
            />
            <ChipGroup
              name="result"
              label={t("review.result")}
              kind="radio"
              options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
            />
            <ChipGroup
              name="stars"
              label={t("review.stars")}
              kind="radio"
              options={STARS.map((value) => ({ value, label: t("stars", { count: Number(value) }) }))}
            />
            <Field name="words" label={t("review.words")} optional>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
      {deeds && !over ? (
        <Disclosure label={t("end.title")}>
          <Form action={deeds.end} id={`end-${holding.id}`} className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={holding.id} />
            <Field name="on" label={t("end.on")} required>
              <DateInput today={today} defaultValue={today} max={today} />
            </Field>
            <Field name="why" label={t("end.why")} required>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
            <div>
              <SubmitButton kind="secondary">{t("end.save")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Card>
  );
}

function yearsSince(signedOn: string | null, today: string): string[] {
  const [first, last] = [Number((signedOn ?? today).slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => String(last - at));
}
