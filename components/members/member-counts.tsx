/** How many members there are of each sort, each number a way to its rows; nations are only counted. */
import { getTranslations } from "next-intl/server";
import { Explain } from "#components/ui/explain.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { MemberCounts as Counts } from "#lib/domains/members/queries/list-members.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { counts: Counts; path: string; params: URLSearchParams };

export async function MemberCounts({ counts, path, params }: Props) {
  const t = await getTranslations("members");
  const f = await getFormats();
  const unknown = (["ageless", "sexless", "nationless"] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => t(`count.${key}`, { count: counts[key] }));
  const to = (changes: Record<string, string | null>) => withParams(path, params, changes);
  const numbers = [
    ["total", {}],
    ["full", { "f.kind": "FULL" }],
    ["probationary", { "f.kind": "PROBATIONARY" }],
    ["women", { "f.sex": "F" }],
    ["young", { "f.age": "young" }],
    ["old", { "f.age": "old" }],
  ] as const;
  return (
    <section
      aria-label={t("count.label")}
      className="mb-3 flex flex-wrap gap-x-8 gap-y-2 rounded-card border border-line bg-card px-4 py-3"
    >
      {numbers.map(([key, changes]) => (
        <Metric
          key={key}
          label={t(`count.${key}`)}
          value={f.number(counts[key])}
          unit={t("count.unit")}
          href={to(changes)}
        />
      ))}
      <div>
        <div className="flex items-center gap-1.5 text-ink-2">
          {t("count.minority")}
          <Explain label={t("count.why")}>{t("count.minorityHow")}</Explain>
        </div>
        <span className="tabular font-num text-kpi">{f.number(counts.minority)}</span>
        <span className="ml-0.5 text-body">{t("count.unit")}</span>
      </div>
      {unknown.length > 0 ? <p className="basis-full text-ink-2 text-note">{unknown.join(" · ")}</p> : null}
    </section>
  );
}
