/** Every setting: what holds today, since when, what is to come, where it is seen at work. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { DatedValue } from "#lib/domains/settings/queries.ts";
import { SETTING_KEYS, type SettingKey, settingOf } from "#lib/domains/settings/setting.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { WhoChangedSetting } from "./setting-history.tsx";
import { valueWords } from "./value-words.ts";

type Set = { key: string; fromOn: string; unit: number };
type Props = { values: DatedValue[]; today: string; drop: FormAction<Set> };

export async function SettingTable({ values, today, drop }: Props) {
  const t = await getTranslations("settings");
  return (
    <Table caption={t("settings")} stacked>
      <Head>
        <Column>{t("column.name")}</Column>
        <Column width="wide">{t("column.value")}</Column>
        <Column>{t("column.used")}</Column>
        <Column>{t("column.deed")}</Column>
      </Head>
      <Body>
        {SETTING_KEYS.map((key) => (
          <Row key={key}>
            <Cell head>
              {t(`name.${key}`)}
              <span className="block font-normal text-ink-2 text-note">{t(`note.${key}`)}</span>
              <span className="block font-normal text-ink-2 text-note">{t(`source.${key}`)}</span>
              {settingOf(key).toBeSettled ? <Badge tone="watch">{t("toBeSettled")}</Badge> : null}
            </Cell>
            <Cell label={t("column.value")}>
              <Values
                setting={key}
                values={values.filter((one) => one.key === key)}
                today={today}
                drop={drop}
              />
            </Cell>
            <Cell label={t("column.used")} nowrap>
              <Link href={settingOf(key).usedAt}>{t("see")}</Link>
            </Cell>
            <Cell label={t("column.deed")}>
              <div className="flex flex-wrap gap-x-3">
                <Link
                  href={`/admin/settings?edit=${key}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {t("change", { name: t(`name.${key}`) })}
                </Link>
                <WhoChangedSetting what={key} />
              </div>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

/** The default where nothing holds yet, then what holds and what is to come, of the prefecture and of counties. */
async function Values({ setting, values, today, drop }: { setting: SettingKey } & Props) {
  const t = await getTranslations("settings");
  const f = await getFormats();
  const holds = new Set<number | null>();
  const shown = values.filter(({ unitId, fromOn }) => {
    if (fromOn > today) return true;
    const first = !holds.has(unitId);
    holds.add(unitId);
    return first;
  });
  const lines = await Promise.all(
    shown.map(async (one) => ({ ...one, words: await valueWords(setting, one.value) })),
  );
  const usual = await valueWords(setting, settingOf(setting).usual);
  return (
    <ul className="grid gap-1">
      {holds.has(null) ? null : <li>{t("usual", { value: usual })}</li>}
      {lines.map((one) => (
        <li key={`${one.unitId} ${one.fromOn}`} className="flex flex-wrap items-center gap-2">
          <span>
            {one.unit ? `${one.unit} ` : ""}
            {one.words}
          </span>
          <span className="text-ink-2 text-note">{t("since", { day: f.day(one.fromOn) })}</span>
          {one.fromOn > today ? (
            <Form action={drop}>
              <input type="hidden" name="key" value={setting} />
              <input type="hidden" name="unit" value={one.unitId ?? ""} />
              <input type="hidden" name="fromOn" value={one.fromOn} />
              <SubmitButton kind="quiet" size="small">
                {t("takeBack")}
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
