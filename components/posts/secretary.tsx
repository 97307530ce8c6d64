/** The principal of a unit: a person, or for how many days the post has been empty; where no post is kept, the text that was typed. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { principalsOf, type Team, type TeamPost } from "#lib/domains/posts/principals.ts";
import { EmptyPlace } from "./empty-place.tsx";
import { postNames } from "./names.ts";

export async function Secretary({ typed, team }: { typed: string | null; team: Team }) {
  const t = await getTranslations("posts");
  const [post] = principalsOf(team);
  if (post) return <Principal post={post} on={team.on} />;
  if (!typed) return <EmptyMark />;
  return (
    <>
      {typed} <Badge>{t("team.typed")}</Badge>
    </>
  );
}

function Principal({ post, on }: { post: TeamPost; on: string }) {
  const [holder] = post.holders;
  return holder ? (
    <Link href={`/cadres/${holder.personId}`}>{holder.name}</Link>
  ) : (
    <EmptyPlace since={post.shortSince} on={on} principal />
  );
}

/** For the facts of a division: the Party's principal first. */
export async function principals(team: Team) {
  const names = await postNames(team.words);
  return principalsOf(team).map((post) => ({
    label: names.kind(post.kind),
    value: <Principal post={post} on={team.on} />,
    note: post.partyOrgId === null ? undefined : post.team,
  }));
}
