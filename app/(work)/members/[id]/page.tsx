/** One Party member: who it is, in whose roster, which posts he held, what holds of him, the households he is linked to, and how it came to be. */

import { getLocale, getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { MemberEvents } from "#components/members/member-events.tsx";
import { UnflagForm } from "#components/members/unflag-form.tsx";
import { postNames } from "#components/posts/names.ts";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { type Fact, SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { maskPhone } from "#lib/base/mask.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { codeName, EDUCATIONS, ETHNICITIES, MEMBER_GROUPS } from "#lib/domains/households/codes.ts";
import { ageOn, holdsOn, kindOn } from "#lib/domains/members/member.ts";
import { getMember, type MemberView } from "#lib/domains/members/queries/get-member.ts";
import { type Cadre, getCadre } from "#lib/domains/posts/queries/cadre.ts";
import { page } from "#lib/platform/page.ts";
import { ifFound } from "#lib/platform/problem.ts";
import { saveUnflag } from "../actions.ts";

const SAVED = [
  "enrolled",
  "corrected",
  "confirmed",
  "transferred",
  "out",
  "ended",
  "flagged",
  "unflagged",
] as const;

export async function generateMetadata() {
  const t = await getTranslations("members");
  return { title: `${t("title")} · ${t("page.facts")}` };
}

export default page({
  route: "/members/[id]",
  load: async (scope, { params }) => {
    const member = await getMember(scope, { id: params.id ?? "" });
    return { member, cadre: await ifFound(getCadre(scope, { id: member.personId })) };
  },
  render: async ({ member, cadre }, { viewer, search, today }) => {
    const t = await getTranslations("members");
    const mayEdit = may(viewer, "member.edit", member.divisionId);
    const active = member.status === "ACTIVE";
    const kind = kindOn(member, today);
    const saved = SAVED.find((one) => one === search.saved);
    const change = (deed: string) => `/members/${member.id}/change?kind=${deed}`;
    return (
      <>
        <PageHead
          title={member.name}
          back={{ href: "/members", label: t("title") }}
          mark={
            active && kind ? (
              <Badge tone={kind === "FULL" ? "plain" : "info"}>{t(`kind.${kind}`)}</Badge>
            ) : (
              <Badge tone="watch">
                {t("page.statusOn", { status: t(`status.${member.status}`), day: member.statusOn ?? "" })}
              </Badge>
            )
          }
          note={
            member.orgName === null
              ? null
              : active
                ? [member.orgName, t("page.since", { day: member.fromOn ?? "" })].join(" ")
                : t("page.lastOrg", { org: member.orgName })
          }
          actions={
            mayEdit ? (
              <>
                <LinkButton href={`/duties/members/${member.id}`}>{t("page.duties")}</LinkButton>
                {active && member.fullOn === null ? (
                  <LinkButton href={change("confirm")} kind="primary">
                    {t("deed.confirm")}
                  </LinkButton>
                ) : null}
                {active ? (
                  <>
                    <LinkButton href={change("flag")}>{t("deed.flag")}</LinkButton>
                    <LinkButton href={change("transfer")}>{t("deed.transfer")}</LinkButton>
                    <LinkButton href={change("out")}>{t("deed.out")}</LinkButton>
                    <LinkButton href={change("end")}>{t("deed.end")}</LinkButton>
                  </>
                ) : null}
                <LinkButton href={change("correct")}>{t("deed.correct")}</LinkButton>
              </>
            ) : (
              <LinkButton href={`/duties/members/${member.id}`}>{t("page.duties")}</LinkButton>
            )
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Card title={t("page.facts")} action={<WhoChanged kind="partyMember" id={member.id} />}>
            <SummaryList items={await factsOf(member, today)} />
          </Card>
          <Card title={t("page.history")}>
            <MemberEvents member={member} />
          </Card>
          <Posts cadre={cadre} />
          <Card title={t("page.flags")}>
            <Flags member={member} today={today} mayEdit={mayEdit && active} />
          </Card>
          <Card title={t("page.linked")} flush={member.linked.length > 0}>
            <Linked member={member} />
          </Card>
        </div>
      </>
    );
  },
});

async function factsOf(member: MemberView, today: string): Promise<Fact[]> {
  const t = await getTranslations("members");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const { who } = member;
  const facts: (Fact | null)[] = [
    {
      label: t("page.org"),
      value:
        member.orgId === null ? <EmptyMark /> : <Link href={`/orgs/${member.orgId}`}>{member.orgName}</Link>,
    },
    member.status === "ACTIVE"
      ? null
      : {
          label: t("page.status"),
          value: t("page.statusOn", { status: t(`status.${member.status}`), day: member.statusOn ?? "" }),
          note: member.statusWhy ? t("page.why", { why: member.statusWhy }) : undefined,
        },
    { label: t("page.joined"), value: member.joinedOn },
    { label: t("page.full"), value: member.fullOn ?? t("page.notFull") },
    { label: t("page.group"), value: codeName(MEMBER_GROUPS, member.memberGroup, locale) },
    { label: t("page.post"), value: member.partyPost ?? <EmptyMark why="notApplicable" /> },
    { label: t("page.duty"), value: member.duty ?? <EmptyMark why="notApplicable" /> },
    { label: t("page.sex"), value: member.sex ? t(`sex.${member.sex}`) : <EmptyMark /> },
    {
      label: t("page.born"),
      value: member.birthOn ?? <EmptyMark />,
      note: member.birthOn ? t("list.age", { age: ageOn(member.birthOn, today) }) : undefined,
    },
    { label: t("page.ethnicity"), value: codeName(ETHNICITIES, member.ethnicity, locale) ?? <EmptyMark /> },
    { label: t("page.education"), value: codeName(EDUCATIONS, member.education, locale) ?? <EmptyMark /> },
    {
      label: t("page.phone"),
      value: who?.phone ? <span className="tabular">{maskPhone(who.phone)}</span> : <EmptyMark />,
      note: who ? undefined : t("page.notYours"),
    },
    who?.householdId
      ? {
          label: t("page.household"),
          value: <Link href={`/households/${who.householdId}`}>{who.headName}</Link>,
        }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** Posts now and before, as far as the viewer reaches them. */
async function Posts({ cadre }: { cadre: Cadre | null }) {
  const t = await getTranslations("members");
  const tenures = cadre?.tenures.filter(({ endReason }) => endReason !== "MISTAKE") ?? [];
  if (!cadre || tenures.length === 0)
    return (
      <Card title={t("page.tenures")} id="posts">
        <p className="text-ink-2">{t("page.tenuresNone")}</p>
      </Card>
    );
  const names = await postNames(cadre.words);
  return (
    <Card
      title={t("page.tenures")}
      id="posts"
      action={
        <Link href={`/cadres/${cadre.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
          {t("page.tenuresAll")}
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {tenures.map((tenure) => (
          <li key={tenure.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <Link
                href={`/cadres/posts/${tenure.postId}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {[tenure.team, names.kind(tenure.kind)].join(" ")}
              </Link>{" "}
              <span className="text-ink-2 text-note">{names.source(tenure.source)}</span>
            </span>
            <span className="tabular text-ink-2">
              {tenure.toOn === null
                ? t("page.since", { day: tenure.fromOn })
                : t("page.span", { from: tenure.fromOn, to: tenure.toOn })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type FlagsProps = { member: MemberView; today: string; mayEdit: boolean };

async function Flags({ member, today, mayEdit }: FlagsProps) {
  const t = await getTranslations("members");
  const now = member.flags.filter((one) => holdsOn(one, today));
  const without = member.status === "ACTIVE" && member.withoutPost;
  if (now.length === 0 && !without) return <p className="text-ink-2">{t("page.flagsNone")}</p>;
  return (
    <ul className="divide-y divide-line">
      {without ? (
        <li className="py-2">
          <span className="font-semibold">{t("flag.NO_POST")}</span>{" "}
          <span className="text-ink-2">{t("page.noPostNote")}</span>
        </li>
      ) : null}
      {now.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span>
            <span className="font-semibold">{t(`flag.${one.flag}`)}</span>{" "}
            <span className="text-ink-2">
              {[t("page.since", { day: one.fromOn }), one.whereTo].filter(Boolean).join(" · ")}
            </span>
          </span>
          {mayEdit && one.toOn === null ? (
            <UnflagForm flagId={one.id} name={t(`flag.${one.flag}`)} today={today} save={saveUnflag} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

async function Linked({ member }: { member: MemberView }) {
  const t = await getTranslations("members");
  if (member.linked.length === 0) return <p className="text-ink-2">{t("page.linkedNone")}</p>;
  return (
    <ul className="divide-y divide-line">
      {member.linked.map((one) => (
        <li key={one.id} className="flex min-h-row flex-wrap items-center gap-x-3 px-4">
          <Link href={`/households/${one.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
            {one.headName}
          </Link>
          <span className="text-ink-2 text-note">
            {[one.place, t("page.linkedSince", { day: one.fromOn })].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
