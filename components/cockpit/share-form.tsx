/** One field for each unit below, what all come to against the unit's own while one types, and by which steps the year goes. */
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TargetDivided } from "#lib/domains/cockpit/commands/divide-target.ts";
import type { Shares } from "#lib/domains/cockpit/share-queries.ts";
import { goalKind, goalText, stepsText } from "#lib/domains/cockpit/target.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { figureWords, isCount, isShareOfSums, signOf } from "./figure-words.ts";
import { ShareSum } from "./share-sum.tsx";

type Props = { shares: Shares; save: FormAction<TargetDivided> };

export async function ShareForm({ shares, save }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const { indicator, unit, year, own, below, filled } = shares;
  const words = await figureWords(indicator);
  const kind = goalKind(indicator);
  const counts = isCount(indicator);
  const sign = counts || kind === "days" ? words.unit : signOf(indicator);
  const proposed = counts && unit.level === "PREFECTURE" ? indicator.proposed : undefined;
  const fields = below.map(({ target }, at) => goalText(kind, filled ? (filled[at] ?? null) : target));
  const less = indicator.adds !== undefined && !counts;
  return (
    <Form action={save} id="shares" className="flex max-w-4xl flex-col gap-4">
      <input type="hidden" name="indicator" value={indicator.id} />
      <input type="hidden" name="unit" value={unit.id} />
      <input type="hidden" name="year" value={year} />
      {shares.maySetOwn ? (
        <div className="grid gap-3 pad:grid-cols-3">
          <Field
            name={counts ? "count" : "percent"}
            label={t("shares.whole", { unit: unit.name, caseUnit: sign })}
            hint={proposed ? t("target.proposed", { n: proposed, caseUnit: words.caseUnit }) : undefined}
          >
            <TextInput
              width="short"
              inputMode={counts ? "numeric" : "decimal"}
              defaultValue={goalText(kind, own ?? proposed ?? null)}
            />
          </Field>
          {shares.mayStep ? (
            <Field name="steps" label={t("steps.field")} hint={t("steps.hint")} optional>
              <TextInput
                width="medium"
                inputMode="text"
                autoComplete="off"
                defaultValue={stepsText(shares.steps)}
              />
            </Field>
          ) : null}
          <Field name="why" label={t("target.why")} hint={t("target.whyHint")} optional>
            <TextInput maxLength={200} />
          </Field>
        </div>
      ) : (
        <p>
          {own === null
            ? t("shares.noWhole")
            : t("shares.given", { unit: unit.name, value: words.target(own) })}
        </p>
      )}
      {below.length === 0 ? null : (
        <>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
            <span className="text-ink-2">{t("shares.fill")}</span>
            {(["even", "base", "last"] as const)
              .filter((fill) => counts || fill !== "base")
              .map((fill) => (
                <Link
                  key={fill}
                  href={`/cockpit/divide?i=${indicator.id}&u=${unit.id}&p=${year}&fill=${fill}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {t(counts ? `shares.fillCount.${fill}` : `shares.fillShare.${fill as "even"}`)}
                </Link>
              ))}
          </p>
          <div className="rounded-card border border-line bg-card">
            <Table caption={t("shares.title")} copies={false} stacked>
              <Head>
                <Column>{t("page.unit")}</Column>
                <Column numeric>{t("shares.reached", { year })}</Column>
                {counts ? <Column numeric>{t("shares.base")}</Column> : null}
                <Column numeric>{t("shares.last", { year: year - 1 })}</Column>
                <Column>{t("shares.share", { caseUnit: sign })}</Column>
              </Head>
              <Body>
                {below.map((one, at) => (
                  <Row key={one.id}>
                    <Cell head nowrap>
                      {one.name}
                    </Cell>
                    <Cell label={t("shares.reached", { year })} numeric>
                      {words.rate(one.figure)}
                    </Cell>
                    {counts ? (
                      <Cell label={t("shares.base")} numeric>
                        {f.number(one.base)}
                      </Cell>
                    ) : null}
                    <Cell label={t("shares.last", { year: year - 1 })} numeric>
                      {one.last === null ? <EmptyMark /> : words.target(one.last)}
                    </Cell>
                    <Cell>
                      <Field name={`share-${one.id}`} label={t("shares.of1", { unit: one.name })} hideLabel>
                        <TextInput
                          width="short"
                          inputMode={counts ? "numeric" : "decimal"}
                          autoComplete="off"
                          defaultValue={fields[at]}
                        />
                      </Field>
                    </Cell>
                  </Row>
                ))}
              </Body>
            </Table>
          </div>
          <ShareSum
            own={counts ? "count" : "percent"}
            whole={own === null ? (proposed ?? null) : Number(goalText(kind, own))}
            weighted={!counts}
            less={less}
            given={below.map(({ id, figure }, at) => [`share-${id}`, fields[at] ?? "", figure.whole])}
            words={{
              sum: t.raw(counts ? "shares.sum" : "shares.weighted") as string,
              even: t("shares.even"),
              left: t.raw(counts ? "shares.left" : "shares.lower") as string,
              over: t.raw(counts ? "shares.over" : "shares.higher") as string,
              unset: t("shares.unset"),
              none: t("shares.inherited"),
              caseUnit: sign,
              gapUnit: counts || kind === "days" || isShareOfSums(indicator) ? sign : t("shares.points"),
            }}
          />
          <p className="text-ink-2 text-note">{t(counts ? "shares.hint" : "shares.hintShare")}</p>
        </>
      )}
      <div>
        <SubmitButton>{t("shares.save")}</SubmitButton>
      </div>
    </Form>
  );
}
