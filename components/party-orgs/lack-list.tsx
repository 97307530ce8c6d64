/** What an organization still lacks: the summary as a list of things to do, each line with its own way to mend it (ux.md §3.2). */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import type { Lack } from "#lib/domains/party-orgs/lacks.ts";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";

type Props = { orgId: number; lacks: readonly Lack[]; mayEdit: boolean };

const LATE: readonly Lack["kind"][] = ["termOver", "weakOverdue", "affiliation"];

export async function LackList({ orgId, lacks, mayEdit }: Props) {
  const t = await getTranslations("party-orgs");
  if (lacks.length === 0) return <EmptyState kind="done" title={t("lacks.done")} />;
  return (
    <ul className="divide-y divide-line">
      {lacks.map((lack) => (
        <li key={lack.kind} className="flex min-h-row items-center justify-between gap-3 py-1">
          <span className="flex items-center gap-2">
            <Shape state={LATE.includes(lack.kind) ? "behind" : "watch"} />
            {t(`lacks.${lack.kind}`, { count: 0, limit: 0, day: "", ...lack })}
            {"by" in lack ? <span className="text-ink-2 text-note">{t(`lacks.by.${lack.by}`)}</span> : null}
          </span>
          {mayEdit || "weakId" in lack || wayOf(lack) === "post" ? (
            <Link
              href={fixOf(orgId, lack)}
              className="inline-flex min-h-touch items-center whitespace-nowrap desk:min-h-6"
            >
              {t(`lacks.fix.${wayOf(lack)}`)}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type Way = "describe" | "post" | "move" | "split" | "recast" | "election" | "weak";

function wayOf(lack: Lack): Way {
  const { kind } = lack;
  if (lack.kind === "secretary" && lack.postId) return "post";
  if (kind === "secretary" || kind === "members") return "describe";
  if (kind === "noTerm" || kind === "termOver" || kind === "termSoon") return "election";
  if (kind === "weakOpen" || kind === "weakOverdue") return "weak";
  if (kind in RECAST) return "recast";
  return kind === "jointUnits" ? "split" : "move";
}

/** What the size makes of it (domain.md §3.6). */
const RECAST: Partial<Record<Lack["kind"], OrgKind>> = {
  manyForBranch: "GENERAL_BRANCH",
  manyForGeneral: "COMMITTEE",
  fewForGeneral: "BRANCH",
};

function fixOf(orgId: number, lack: Lack): string {
  if ("weakId" in lack) return `/orgs/weak/${lack.weakId}`;
  if (lack.kind === "secretary" && lack.postId) return `/cadres/posts/${lack.postId}`;
  const way = wayOf(lack);
  if (way === "election") return `/orgs/${orgId}/election`;
  if (way === "recast") return `/orgs/${orgId}/change?kind=rename&orgKind=${RECAST[lack.kind]}`;
  if (way === "split") return `/admin/org-chart?sel=${orgId}&do=new`;
  return `/orgs/${orgId}/change?kind=${way === "describe" ? "describe" : "move"}`;
}
