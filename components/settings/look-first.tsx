/** What a new setting or rule would change, before it is kept: before and after, from which day, and what stays as it was. */

import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { listOf } from "#lib/base/url-state.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { RulePreview, SettingPreview } from "#lib/domains/settings/preview.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { valueWords } from "./value-words.ts";

type Sent = { typed: URLSearchParams; hidden: Record<string, string> };
type Line = { name: string; before: string; after: string };

/** Values that the form sends again, the same as were looked at. */
const FIELDS_OF_ADDRESS = new Set(["edit", "rule", "look"]);

type Props<T> = Sent & { lines: Line[]; note: string; save: FormAction<T> };

async function Look<T>({ lines, note, typed, hidden, save }: Props<T>) {
  const t = await getTranslations("settings");
  const again = new URLSearchParams([...typed].filter(([name]) => name !== "look"));
  return (
    <Card title={t("look.title")} note={note}>
      <Table caption={t("look.title")} stacked copies={false}>
        <Head>
          <Column>{t("look.what")}</Column>
          <Column>{t("look.before")}</Column>
          <Column>{t("look.after")}</Column>
        </Head>
        <Body>
          {lines.map((line) => (
            <Row key={line.name} changed={line.before !== line.after}>
              <Cell head>{line.name}</Cell>
              <Cell label={t("look.before")}>{line.before}</Cell>
              <Cell label={t("look.after")}>{line.after}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <Form action={save} className="mt-4 flex flex-wrap gap-2">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {[...typed]
          .filter(([name]) => !FIELDS_OF_ADDRESS.has(name))
          // The ticks of a list stand joined in the address, and are sent one by one.
          .flatMap(([name, value]) =>
            name.endsWith("[]")
              ? listOf(typed, name).map((one) => [name, one] as const)
              : [[name, value] as const],
          )
          .map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
        <SubmitButton>{t("look.save")}</SubmitButton>
        <LinkButton href={`/admin/settings?${again}`}>{t("look.again")}</LinkButton>
        <LinkButton kind="quiet" href="/admin/settings">
          {t("cancel")}
        </LinkButton>
      </Form>
    </Card>
  );
}

type OfSetting = { preview: SettingPreview; typed: URLSearchParams };

export async function SettingLook<T>({ preview, typed, save }: OfSetting & { save: FormAction<T> }) {
  const t = await getTranslations("settings");
  const f = await getFormats();
  const { key, before, after, fromOn, touched } = preview;
  const lines = [
    { name: t(`name.${key}`), before: await valueWords(key, before), after: await valueWords(key, after) },
  ];
  if (touched)
    lines.push({
      name: t(`touches.${key as "idle-days"}`),
      before: f.number(touched.before),
      after: f.number(touched.after),
    });
  const note = t("look.settingNote", { day: f.day(fromOn) });
  return <Look lines={lines} note={note} typed={typed} hidden={{ key }} save={save} />;
}

type OfRule = { preview: RulePreview; typed: URLSearchParams };

export async function RuleLook<T>({ preview, typed, save }: OfRule & { save: FormAction<T> }) {
  const t = await getTranslations("settings");
  const f = await getFormats();
  const { helperKind, before: held, fromOn, countedFrom, months } = preview;
  const kind = codeName(PAIRING_KINDS, helperKind, await getLocale()) ?? helperKind;
  const said = (rule: NonNullable<typeof held> | RulePreview) =>
    [
      t(`owes.${rule.period}`, { count: rule.minCount }),
      rule.remoteCounts ? t("phoneCounts") : "",
      rule.exemptMonths.length > 0 ? t("months", { months: rule.exemptMonths.join(t("between")) }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  const households = (count: number) => t("look.households", { count });
  const effects = months.map(({ month, before, after }) => ({
    name: t("look.month", { month: f.period(month) }),
    before: households(before),
    after: households(after),
  }));
  const lines = [{ name: kind, before: held ? said(held) : t("none"), after: said(preview) }, ...effects];
  const note = t("look.ruleNote", { day: f.day(fromOn), first: f.day(countedFrom) });
  return <Look lines={lines} note={note} typed={typed} hidden={{ helperKind }} save={save} />;
}
