/** One field for each unit below, and the sum of all against the whole while one types. */
import { getLocale, getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TargetDivided } from "#lib/domains/cockpit/commands/divide-target.ts";
import type { viewShares } from "#lib/domains/cockpit/share-queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ShareSum } from "./share-sum.tsx";

type Props = { shares: Awaited<ReturnType<typeof viewShares>>; save: FormAction<TargetDivided> };

export async function ShareForm({ shares, save }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const { indicator, unit, year, own, below } = shares;
  const caseUnit = indicator.caseUnit[locale];
  const proposed = unit.level === "PREFECTURE" ? indicator.proposed : undefined;
  return (
    <Form action={save} id="shares" className="flex max-w-3xl flex-col gap-4">
      <input type="hidden" name="indicator" value={indicator.id} />
      <input type="hidden" name="unit" value={unit.id} />
      <input type="hidden" name="year" value={year} />
      {shares.maySetOwn ? (
        <Field
          name="count"
          label={t("shares.whole", { unit: unit.name, caseUnit })}
          hint={proposed ? t("target.proposed", { n: proposed, caseUnit }) : undefined}
        >
          <TextInput width="short" inputMode="numeric" defaultValue={String(own ?? proposed ?? "")} />
        </Field>
      ) : (
        <p>{own === null ? t("shares.noWhole") : t("shares.given", { unit: unit.name, n: own, caseUnit })}</p>
      )}
      <div className="rounded-card border border-line bg-card">
        <Table caption={t("shares.title")} copies={false}>
          <Head>
            <Column>{t("page.unit")}</Column>
            <Column numeric>{t("shares.reached", { year })}</Column>
            <Column>{t("shares.share", { caseUnit })}</Column>
          </Head>
          <Body>
            {below.map((one) => (
              <Row key={one.id}>
                <Cell head nowrap>
                  {one.name}
                </Cell>
                <Cell numeric>{f.number(one.reached)}</Cell>
                <Cell>
                  <Field name={`share-${one.id}`} label={t("shares.of1", { unit: one.name })} hideLabel>
                    <TextInput
                      width="short"
                      inputMode="numeric"
                      autoComplete="off"
                      defaultValue={one.target === null ? "" : String(one.target)}
                    />
                  </Field>
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      </div>
      <ShareSum
        whole={own ?? proposed ?? null}
        given={below.map(({ id, target }) => [`share-${id}`, target === null ? "" : String(target)])}
        words={{
          sum: t.raw("shares.sum") as string,
          even: t("shares.even"),
          left: t.raw("shares.left") as string,
          over: t.raw("shares.over") as string,
          unset: t("shares.unset"),
          caseUnit,
        }}
      />
      <p className="text-ink-2 text-note">{t("shares.hint")}</p>
      <div>
        <SubmitButton>{t("shares.save")}</SubmitButton>
      </div>
    </Form>
  );
}
