/** Who holds which post, and which places stand empty: a line each; on a phone each is a card. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { PostPage, PostRow } from "#lib/domains/posts/queries/list-posts.ts";
import { EmptyPlace } from "./empty-place.tsx";
import { type PostNames, postNames } from "./names.ts";

const link = "inline-flex min-h-touch items-center desk:min-h-6";

export async function PostTable({ rows, words, on }: Pick<PostPage, "rows" | "words" | "on">) {
  const t = await getTranslations("posts");
  const names = await postNames(words);
  return (
    <Table caption={t("list.caption", { day: on })} stacked>
      <Head>
        <Column>{t("column.unit")}</Column>
        <Column>{t("column.post")}</Column>
        <Column>{t("column.holder")}</Column>
        <Column width="date">{t("column.from")}</Column>
        <Column>{t("column.source")}</Column>
        <Column>{t("column.tags")}</Column>
        <Column numeric>{t("column.thisYear")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Line key={row.tenureId ?? `${row.postId} empty`} row={row} names={names} on={on} />
        ))}
      </Body>
    </Table>
  );
}

async function Line({ row, names, on }: { row: PostRow; names: PostNames; on: string }) {
  const t = await getTranslations("posts");
  const unit = row.partyOrgId
    ? { href: `/orgs/${row.partyOrgId}`, name: row.orgName }
    : { href: `/divisions/${row.divisionId}`, name: row.place };
  return (
    <Row>
      <Cell head>
        <Link href={unit.href} className={link}>
          {unit.name}
        </Link>
      </Cell>
      <Cell label={t("column.post")} nowrap>
        <Link href={`/cadres/posts/${row.postId}`} className={link}>
          {names.kind(row.kind)}
        </Link>
      </Cell>
      <Cell label={t("column.holder")}>
        {row.personId ? (
          <Link href={`/cadres/${row.personId}`} className={link}>
            {row.name}
          </Link>
        ) : (
          <EmptyPlace since={row.shortSince} on={on} missing={row.missing} principal={row.principal} />
        )}
      </Cell>
      <Cell label={t(row.personId ? "column.from" : "column.emptySince")} nowrap>
        {row.fromOn ?? (row.shortSince ? t("empty.since", { day: row.shortSince }) : <EmptyMark />)}
        {row.toOn ? (
          <span className="block text-ink-2 text-note">{t("until", { day: row.toOn })}</span>
        ) : null}
      </Cell>
      <Cell label={t("column.source")} hideStacked>
        {row.source ? names.source(row.source) : <EmptyMark why="notApplicable" />}
      </Cell>
      <Cell label={t("column.tags")} hideStacked={row.tags.length === 0}>
        {row.tags.length > 0 ? (
          <span className="flex flex-wrap gap-1">
            {row.tags.map((tag) => (
              <Badge key={tag}>{names.tag(tag)}</Badge>
            ))}
          </span>
        ) : (
          <EmptyMark why={row.personId ? "unset" : "notApplicable"} />
        )}
      </Cell>
      <Cell label={t("column.thisYear")} numeric hideStacked={row.daysThisYear === null}>
        {row.daysThisYear === null ? (
          <EmptyMark why="notApplicable" />
        ) : (
          t("days", { days: row.daysThisYear })
        )}
      </Cell>
    </Row>
  );
}
