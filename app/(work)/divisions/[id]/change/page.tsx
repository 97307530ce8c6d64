/** Changing a division in two steps: fill in, then see what it touches and confirm. Both are addresses, so neither needs scripts. */

import { getTranslations } from "next-intl/server";
import { ChangeForm } from "#components/divisions/change-form.tsx";
import { RehearsalCard } from "#components/divisions/rehearsal-card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { type ChangeKind, changesOf, type Level, levelBelow } from "#lib/domains/divisions/division.ts";
import { candidatesFor } from "#lib/domains/divisions/queries/candidates.ts";
import { getDivision } from "#lib/domains/divisions/queries/division.ts";
import { partsOf } from "#lib/domains/divisions/queries/parts.ts";
import { rehearsalOfDivision } from "#lib/domains/divisions/queries/rehearsal.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { page } from "#lib/platform/page.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { asStale } from "../../../as-stale.ts";
import {
  propose,
  rehearse,
  saveClosing,
  saveMerger,
  saveMove,
  saveName,
  saveOpening,
  saveSplit,
} from "../../actions.ts";

const SAVE: Record<ChangeKind, FormAction<Registered>> = {
  open: saveOpening,
  rename: saveName,
  move: saveMove,
  split: saveSplit,
  merge: saveMerger,
  close: saveClosing,
};
const FIELDS = [
  "name",
  "code",
  "targetId",
  "children",
  "groups",
  "numbers",
  "sources",
  "effectiveOn",
  "documentNo",
];

export async function generateMetadata() {
  const t = await getTranslations("divisions");
  const common = await getTranslations("trees");
  return { title: `${t("title")} · ${common("rehearsal.title")}` };
}

export default page({
  route: "/divisions/[id]/change",
  load: async (scope, { params, search }) => {
    const division = await getDivision(scope, { id: params.id });
    if (!may(scope.viewer, "division.propose", division.id)) throw refused();
    const asked = toParams(search);
    const kind = changesOf(division).find((one) => one === asked.get("kind"));
    if (!kind) throw notFound();
    const { id } = division;
    const fields = Object.fromEntries([...asked].filter(([name]) => FIELDS.includes(name)));
    if (asked.has("review")) {
      const rehearsal = await rehearsalOfDivision(scope, { kind, id, ...fields }).catch(asStale);
      return { division, kind, fields, rehearsal, candidates: null, parts: null };
    }
    const area = /^\d+$/.test(asked.get("area") ?? "") ? asked.get("area") : undefined;
    const candidates =
      kind === "move" || kind === "close" || kind === "merge"
        ? await candidatesFor(scope, { id, kind, area })
        : null;
    const parts = kind === "split" ? await partsOf(scope, { id, chosen: asked.get("numbers") ?? "" }) : null;
    return { division, kind, fields, rehearsal: null, candidates, parts };
  },
  refused: async () => {
    const t = await getTranslations("divisions");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ division, kind, fields, rehearsal, candidates, parts }, { search, today, viewer }) => {
    const t = await getTranslations("divisions");
    const common = await getTranslations("trees");
    const { id, name, level } = division;
    const here = `/divisions/${id}`;
    const params = toParams(search);
    const backHref = withParams(`${here}/change`, params, { review: null });
    const mayEdit = may(viewer, "division.edit", id);
    const below = levelBelow(level) ?? (level as Level);
    return (
      <>
        <PageHead
          title={t(`change.title.${kind}`, { name, level: t(`level.${below}`) })}
          back={{ href: here, label: name }}
        />
        {rehearsal === null ? (
          <ChangeForm
            kind={kind}
            id={id}
            today={today}
            filled={params}
            candidates={candidates}
            parts={parts}
            rehearse={rehearse}
          />
        ) : "problem" in rehearsal ? (
          <Notice
            tone="watch"
            title={common("rehearsal.stale")}
            action={<LinkButton href={backHref}>{common("rehearsal.back")}</LinkButton>}
          >
            {rehearsal.problem}
          </Notice>
        ) : (
          <RehearsalCard
            kind={kind}
            today={today}
            rehearsal={rehearsal}
            fields={{ ...fields, [kind === "open" && mayEdit ? "parentId" : "id"]: String(id) }}
            save={SAVE[kind]}
            propose={mayEdit ? null : propose}
            backHref={backHref}
          />
        )}
      </>
    );
  },
});
