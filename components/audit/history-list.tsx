/** Changes of fields, old to new, each with who, when, and whether by hand or with an import; and the deeds on the thing itself. */
import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { maskPhone } from "#lib/base/mask.ts";
import type { Locale } from "#lib/base/preferences.ts";
import type { FieldChangeRow, History } from "#lib/domains/audit/queries/history.ts";
import { type HistoryKind, historyHref } from "#lib/domains/audit/trail.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { readable, trailWords } from "./trail-words.ts";

type Props = { kind: HistoryKind; id: string; history: History; field: string | null };

/** Whatever wrote it there, a phone or an ID number is shown masked. */
const shown = ({ field }: FieldChangeRow, value: string | null) => {
  if (value === null || !/phone|idNo|id_no|bank/i.test(field)) return value;
  return value.includes("*") ? value : maskPhone(value);
};

export async function HistoryList({ kind, id, history, field }: Props) {
  const t = await getTranslations("audit");
  const f = await getFormats();
  const dictionary = await getTranslations("dictionaries");
  const words = trailWords(t, f, (await getLocale()) as Locale, dictionary);
  const changes = readable(history.changes);
  const fields = readable(history.fields.map((one) => ({ field: one })));
  const byWhat = (change: FieldChangeRow) => {
    if (change.verb === "import.takenBack") return t("history.takenBack");
    if (!change.verb.startsWith("import.")) return t("history.byHand");
    return t("history.byImport", { number: change.import?.split(":")[1]?.slice(-6) ?? "" });
  };
  const whoDid = ({ accountName, onBehalfOf }: { accountName: string | null; onBehalfOf: string | null }) =>
    [accountName ?? t("machine"), onBehalfOf && t("onBehalf", { name: onBehalfOf })]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      {fields.length > 1 ? (
        <Tabs
          label={t("history.field")}
          items={[
            { href: historyHref(kind, id), label: t("history.all"), current: field === null },
            ...fields.map((one) => ({
              href: historyHref(kind, id, one.field),
              label: words.field(one.field),
              current: field === one.field,
            })),
          ]}
        />
      ) : null}
      <div className="grid gap-4">
        <Card title={field ? words.field(field) : t("history.changes")}>
          {changes.length === 0 ? (
            <EmptyState
              kind="never"
              title={field ? t("history.noneField", { field: words.field(field) }) : t("history.none")}
            />
          ) : (
            <Timeline
              items={changes.map((change) => ({
                id: String(change.id),
                when: (
                  <>
                    {[f.dayTime(change.at), whoDid(change)].join(" · ")} <Badge>{byWhat(change)}</Badge>
                  </>
                ),
                title: words.field(change.field),
                body: words.change({
                  field: change.field,
                  old: shown(change, change.old),
                  new: shown(change, change.new),
                }),
              }))}
            />
          )}
        </Card>
        {history.deeds.length > 0 ? (
          <Card title={t("history.deeds")}>
            <Timeline
              items={history.deeds.map((deed) => ({
                id: String(deed.id),
                when: [f.dayTime(deed.at), whoDid(deed)].join(" · "),
                title: words.verb(deed.verb),
              }))}
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}
