/** What holds of a member, as small words; where a mobile one is stands beside. */
import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { Mark } from "#lib/domains/members/member.ts";

type Props = { flags: readonly Mark[]; whereTo?: string | null };

export function Marks({ flags, whereTo }: Props) {
  const t = useTranslations("members");
  if (flags.length === 0) return <EmptyMark why="notApplicable" />;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {flags.map((flag) => (
        <Badge key={flag} tone={flag === "PROSPERITY_LEADER" ? "ok" : flag === "MOBILE" ? "watch" : "plain"}>
          {[t(`flag.${flag}`), flag === "MOBILE" ? whereTo : null].filter(Boolean).join(" · ")}
        </Badge>
      ))}
    </span>
  );
}
