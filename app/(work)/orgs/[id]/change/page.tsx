/** Changing a Party organization: describing it, naming its department and listing it as weak at once; renaming, re-affiliating, splitting, merging and closing in two steps with a rehearsal. */

import { getTranslations } from "next-intl/server";
import { causeWords } from "#components/party-orgs/cause-words.ts";
import { DescribeForm, OrgChangeForm } from "#components/party-orgs/change-form.tsx";
import { DepartmentForm } from "#components/party-orgs/department-form.tsx";
import { OrgRehearsalCard } from "#components/party-orgs/rehearsal-card.tsx";
import { WeakForm } from "#components/party-orgs/weak-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { ORG_CHANGES, type OrgChange } from "#lib/domains/party-orgs/party-org.ts";
import { departmentsAround } from "#lib/domains/party-orgs/queries/departments.ts";
import { orgCandidates } from "#lib/domains/party-orgs/queries/leaders.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { partsOfOrg } from "#lib/domains/party-orgs/queries/parts.ts";
import { rehearsalOfOrg } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { weakForm } from "#lib/domains/party-orgs/queries/weak.ts";
import { page } from "#lib/platform/page.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { asStale } from "../../../as-stale.ts";
import {
  propose,
  rehearse,
  saveClosing,
  saveDescription,
  saveLeader,
  saveMerger,
  saveName,
  saveSplit,
} from "../../actions.ts";
import { listAsWeak, saveDepartment } from "../../life-actions.ts";

const SAVE: Record<OrgChange, FormAction<Registered>> = {
  rename: saveName,
  move: saveLeader,
  split: saveSplit,
  merge: saveMerger,
  close: saveClosing,
};
const FIELDS = [
  "name",
  "leaderId",
  "basis",
  "supervisingDept",
  "targetId",
  "sources",
  "orgKind",
  "seatId",
  "children",
  "members",
  "effectiveOn",
  "documentNo",
];

/** What is done at once is called by its name; the others are rehearsed. */
const AT_ONCE = { describe: "change.describe", department: "facts.department", weak: "weak.list" } as const;

export async function generateMetadata({ searchParams }: { searchParams: Promise<{ kind?: string }> }) {
  const t = await getTranslations("party-orgs");
  const trees = await getTranslations("trees");
  const { kind = "" } = await searchParams;
  const said = kind in AT_ONCE ? t(AT_ONCE[kind as keyof typeof AT_ONCE]) : trees("rehearsal.title");
  return { title: `${t("title")} · ${said}` };
}

export default page({
  route: "/orgs/[id]/change",
  load: async (scope, { params, search }) => {
    const org = await getOrg(scope, { id: params.id });
    if (!may(scope.viewer, "partyOrg.edit", org.divisionId)) throw refused();
    if (org.closedOn !== null) throw notFound();
    const asked = toParams(search);
    if (asked.get("kind") === "describe") return { org, kind: "describe" as const };
    if (asked.get("kind") === "department")
      return {
        org,
        kind: "department" as const,
        departments: await departmentsAround(scope, { id: org.id }),
      };
    if (asked.get("kind") === "weak")
      return { org, kind: "weak" as const, causes: (await weakForm(scope, { id: org.id })).causes };
    const kind = ORG_CHANGES.find((one) => one === asked.get("kind"));
    if (!kind) throw notFound();
    const fields = Object.fromEntries([...asked].filter(([name]) => FIELDS.includes(name)));
    if (asked.has("review")) {
      const rehearsal = await rehearsalOfOrg(scope, { kind, id: org.id, ...fields }).catch(asStale);
      return { org, kind, fields, rehearsal, candidates: [], parts: null };
    }
    const candidates =
      kind === "rename" || kind === "split" ? [] : await orgCandidates(scope, { id: org.id, kind });
    const parts = kind === "split" ? await partsOfOrg(scope, { id: org.id }) : null;
    return { org, kind, fields, rehearsal: null, candidates, parts };
  },
  refused: async () => {
    const t = await getTranslations("party-orgs");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async (data, { search, today, viewer }) => {
    const t = await getTranslations("party-orgs");
    const common = await getTranslations("trees");
    const { org } = data;
    const here = `/orgs/${org.id}`;
    const params = toParams(search);
    const backHref = withParams(`${here}/change`, params, { review: null });
    const head = (
      <PageHead
        title={t(`change.title.${data.kind}`, { name: org.name })}
        back={{ href: here, label: org.name }}
      />
    );
    if (data.kind === "describe")
      return (
        <>
          {head}
          <DescribeForm org={org} save={saveDescription} />
        </>
      );
    if (data.kind === "department")
      return (
        <>
          {head}
          <DepartmentForm org={org} departments={data.departments} save={saveDepartment} />
        </>
      );
    if (data.kind === "weak") {
      const causeOf = await causeWords(data.causes);
      const causes = data.causes.map(({ code }) => ({ value: code, label: causeOf(code) }));
      return (
        <>
          {head}
          <WeakForm orgId={org.id} causes={causes} today={today} save={listAsWeak} />
        </>
      );
    }
    const { kind, fields, rehearsal, candidates, parts } = data;
    return (
      <>
        {head}
        {rehearsal === null ? (
          <OrgChangeForm
            kind={kind}
            org={org}
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
          <OrgRehearsalCard
            kind={kind}
            today={today}
            rehearsal={rehearsal}
            fields={{ ...fields, id: String(org.id) }}
            save={SAVE[kind]}
            propose={may(viewer, "partyOrg.change", org.divisionId) ? null : propose}
            backHref={backHref}
          />
        )}
      </>
    );
  },
});
