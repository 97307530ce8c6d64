/** The life of a member in the rosters, newest first: admission, confirmation, transfers, marks, and how it ended. */
import { getTranslations } from "next-intl/server";
import { Timeline } from "#components/ui/timeline.tsx";
import type { MemberView } from "#lib/domains/members/queries/get-member.ts";

type Line = { id: string; day: string; title: string; rank: number };

export async function MemberEvents({ member }: { member: MemberView }) {
  const t = await getTranslations("members");
  const lines: Line[] = [
    {
      id: "joined",
      day: member.joinedOn,
      title: member.fullOn === member.joinedOn ? t("event.joinedFull") : t("event.joined"),
      rank: 0,
    },
  ];
  if (member.fullOn !== null && member.fullOn !== member.joinedOn)
    lines.push({ id: "full", day: member.fullOn, title: t("event.full"), rank: 1 });
  for (const spell of member.spells) {
    lines.push({
      id: `in ${spell.id}`,
      day: spell.fromOn,
      title: t(`event.entered.${spell.how}`, { org: spell.orgName, from: spell.cameFrom ?? "" }),
      rank: 3,
    });
    if (spell.ended !== null && spell.toOn !== null)
      lines.push({
        id: `out ${spell.id}`,
        day: spell.toOn,
        title: t(`event.left.${spell.ended}`, {
          org: spell.orgName,
          to: spell.toOrgName ?? spell.wentTo ?? "",
        }),
        rank: spell.ended === "TRANSFERRED" ? 2 : 5,
      });
  }
  for (const one of member.flags) {
    const flag = t(`flag.${one.flag}`);
    lines.push({
      id: `flag ${one.id}`,
      day: one.fromOn,
      title: one.whereTo ? t("event.flagWhere", { flag, where: one.whereTo }) : t("event.flag", { flag }),
      rank: 4,
    });
    if (one.toOn !== null)
      lines.push({ id: `unflag ${one.id}`, day: one.toOn, title: t("event.unflag", { flag }), rank: 4 });
  }
  lines.sort((a, b) => b.day.localeCompare(a.day) || b.rank - a.rank);
  return <Timeline items={lines.map(({ id, day, title }) => ({ id, when: day, title }))} />;
}
