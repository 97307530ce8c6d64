/** The team of a unit or an organization on its page: each post with who holds it, or since when nobody does. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Team, TeamPost } from "#lib/domains/posts/principals.ts";
import { EmptyPlace } from "./empty-place.tsx";
import { postNames } from "./names.ts";

type Props = {
  team: Team;
  /** Where posts are set up, for whoever may. */
  setUpHref: string | null;
  listHref: string | null;
};

const link = "inline-flex min-h-touch items-center underline desk:min-h-6";

export async function TeamCard({ team, setUpHref, listHref }: Props) {
  const t = await getTranslations("posts");
  if (!team.reached) return null;
  const way = setUpHref ?? null;
  const action = (
    <span className="flex gap-4">
      {way && team.posts.length > 0 ? (
        <Link href={way} className={link}>
          {t("team.more")}
        </Link>
      ) : null}
      {listHref ? (
        <Link href={listHref} className={link}>
          {t("team.list")}
        </Link>
      ) : null}
    </span>
  );
  if (team.posts.length === 0)
    return (
      <Card title={t("team.title")} id="team" action={action}>
        <EmptyState
          kind="never"
          title={t("team.none")}
          action={way ? <Link href={way}>{t("setUp.title")}</Link> : undefined}
        />
      </Card>
    );
  return (
    <Card title={t("team.title")} id="team" note={await sums(team.posts)} action={action} flush>
      <Rows team={team} />
    </Card>
  );
}

async function sums(posts: readonly TeamPost[]) {
  const t = await getTranslations("posts");
  const places = posts.reduce((sum, post) => sum + post.places, 0);
  const held = posts.reduce((sum, post) => sum + post.holders.length, 0);
  return t("team.sums", { places, held, empty: Math.max(0, places - held) });
}

async function Rows({ team }: { team: Team }) {
  const t = await getTranslations("posts");
  const names = await postNames(team.words);
  const several = new Set(team.posts.map((post) => post.team)).size > 1;
  return (
    <Table caption={t("team.title")} stacked>
      <Head>
        <Column>{t("column.post")}</Column>
        <Column>{t("column.holder")}</Column>
        <Column width="date">{t("column.from")}</Column>
        <Column>{t("column.source")}</Column>
      </Head>
      <Body>
        {team.posts.flatMap((post) => [
          ...post.holders.map((holder) => (
            <Row key={holder.tenureId}>
              <Cell head>
                <PostLink post={post} name={names.kind(post.kind)} team={several} />
              </Cell>
              <Cell label={t("column.holder")}>
                <Link href={`/cadres/${holder.personId}`} className={link}>
                  {holder.name}
                </Link>
              </Cell>
              <Cell label={t("column.from")} nowrap>
                {holder.fromOn}
              </Cell>
              <Cell label={t("column.source")} hideStacked>
                {names.source(holder.source)}
              </Cell>
            </Row>
          )),
          ...(post.places > post.holders.length
            ? [
                <Row key={`${post.id} empty`}>
                  <Cell head>
                    <PostLink post={post} name={names.kind(post.kind)} team={several} />
                  </Cell>
                  <Cell label={t("column.holder")}>
                    <EmptyPlace
                      since={post.shortSince}
                      on={team.on}
                      missing={post.places - post.holders.length}
                      principal={post.principal}
                    />
                  </Cell>
                  <Cell label={t("column.from")} nowrap hideStacked>
                    {post.shortSince ? t("empty.since", { day: post.shortSince }) : ""}
                  </Cell>
                  <Cell hideStacked>{""}</Cell>
                </Row>,
              ]
            : []),
        ])}
      </Body>
    </Table>
  );
}

function PostLink({ post, name, team }: { post: TeamPost; name: string; team: boolean }) {
  return (
    <>
      <Link href={`/cadres/posts/${post.id}`} className={link}>
        {name}
      </Link>
      {team ? <span className="block text-ink-2 text-note">{post.team}</span> : null}
    </>
  );
}
