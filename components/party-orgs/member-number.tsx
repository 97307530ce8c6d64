/** How many members an organization has: counted in its roster, or as it was reported, which is said. */
import { useTranslations } from "next-intl";
import { EmptyMark } from "#components/ui/table.tsx";
import type { Roster } from "#lib/domains/party-orgs/party-org.ts";

type Props = {
  /** With its word, where no heading says it. */
  unit?: boolean;
  of: { id: number; roster: Roster | null; memberCount: number | null };
};

export function MemberNumber({ of: { roster, memberCount }, unit }: Props) {
  const t = useTranslations("party-orgs");
  const said = (count: number) => (unit ? t("facts.people", { count }) : count);
  if (roster) return <>{said(roster.members)}</>;
  if (memberCount === null) return <EmptyMark />;
  return (
    <>
      {said(memberCount)}
      <span className="ml-1 whitespace-nowrap text-ink-2 text-note">{t("members.reported")}</span>
    </>
  );
}
