/** Declared facts as question and answer, each with who changed it; those of which nothing is recorded are counted, not listed. */
import { getLocale, getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { type FactField, sayFact } from "#lib/base/fact-field.ts";
import type { HistoryKind } from "#lib/domains/audit/trail.ts";

type Props = {
  facts: readonly FactField[];
  texts: Record<string, string>;
  of: { kind: HistoryKind; id: string | number };
  /** Words of values that are no code. */
  said?: Record<string, string | null>;
  /** Under which name the history keeps a fact. */
  history?: (key: string) => string;
};

export async function FactList({ facts, texts, of, said = {}, history = (key) => key }: Props) {
  const t = await getTranslations("facts");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const answers = { yes: t("answer.yes"), no: t("answer.no") };
  const known = facts.filter(({ key }) => (texts[key] ?? "") !== "");
  const open = facts.length - known.length;
  return (
    <>
      {known.length === 0 ? null : (
        <SummaryList
          columns={2}
          items={known.map((fact) => ({
            label: fact[locale],
            value: said[fact.key] ?? sayFact(fact, texts[fact.key] ?? "", locale, answers),
            action: <WhoChanged {...of} field={history(fact.key)} />,
          }))}
        />
      )}
      {open > 0 ? <p className="mt-2 text-ink-3 text-note">{t("unset", { count: open })}</p> : null}
    </>
  );
}
