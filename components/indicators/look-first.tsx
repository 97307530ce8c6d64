/** What a version would change, before it is published: the last three months as they stand and as it would count and judge them, and which of them stay. */
import { getLocale, getTranslations } from "next-intl/server";
import { figureWords } from "#components/cockpit/figure-words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Light } from "#components/ui/light.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { listOf } from "#lib/base/url-state.ts";
import type {
  Judged,
  PreviewPeriod,
  VersionPreview,
} from "#lib/domains/indicator-versions/queries/preview-version.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";

type Props<T> = {
  preview: VersionPreview;
  path: string;
  typed: URLSearchParams;
  hidden: Record<string, string>;
  save: FormAction<T>;
};

export async function LookFirst<T>({ preview, path, typed, hidden, save }: Props<T>) {
  const t = await getTranslations("indicators");
  const f = await getFormats();
  const locale = await getLocale();
  const { declaration, fromOn, periods, closed } = preview;
  const sent = [...typed].filter(([name]) => name !== "look");
  return (
    <div className="grid grid-cols-1 gap-4">
      <Card title={t("look.title", { name: declaration.name[locale] })} note={declaration.formula[locale]}>
        <Notice>{t("look.since", { day: f.day(fromOn), closed })}</Notice>
        <Form action={save} className="mt-4 grid max-w-form gap-4">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {sent
            .filter(([name]) => !(name in hidden))
            .flatMap(([name, value]) =>
              name.endsWith("[]")
                ? listOf(typed, name).map((one) => [name, one] as const)
                : [[name, value] as const],
            )
            .map(([name, value]) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            ))}
          <Field name="why" label={t("form.why")} hint={t("form.whyHint")} required>
            <Textarea rows={2} maxLength={300} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t("look.publish")}</SubmitButton>
            <LinkButton href={`${path}?${new URLSearchParams(sent)}`}>{t("look.again")}</LinkButton>
          </div>
        </Form>
      </Card>
      {periods.map((period) => (
        <PeriodCard
          key={period.period}
          seen={period}
          declaration={declaration}
          before={preview.before}
          counts={preview.counts}
        />
      ))}
    </div>
  );
}

type OfPeriod = { seen: PreviewPeriod; declaration: Ratio; before: Ratio | null; counts: boolean };

async function PeriodCard({ seen, declaration, before, counts }: OfPeriod) {
  const t = await getTranslations("indicators");
  const f = await getFormats();
  const title = f.period(seen.period);
  return (
    <Card title={title} note={t(`look.effect.${seen.effect}`)} flush>
      <Table caption={title} stacked>
        <Head>
          <Column>{t("look.unit")}</Column>
          <Column>{t("look.now")}</Column>
          <Column>{t("look.then")}</Column>
          {counts ? <Column>{t("look.moves")}</Column> : null}
        </Head>
        <Body>
          {seen.lines.map(({ unit, now, after, moves }) => (
            <Row key={unit.id} changed={now !== null && now.light !== after.light}>
              <Cell head>{unit.name}</Cell>
              <Cell label={t("look.now")}>
                {now && before ? <Told indicator={before} told={now} /> : <EmptyMark />}
              </Cell>
              <Cell label={t("look.then")}>
                <Told indicator={declaration} told={after} />
              </Cell>
              {counts ? <Cell label={t("look.moves")}>{t("look.moved", moves)}</Cell> : null}
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}

async function Told({ indicator, told }: { indicator: Ratio; told: Judged }) {
  const words = await figureWords(indicator);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <span className="tabular font-num">{words.rate(told.figure)}</span>
      {indicator.scored ? <Light state={told.light} /> : null}
    </span>
  );
}
