/** Everybody who held a post, or every post that somebody held, the latest first. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { EndReason } from "#lib/domains/posts/post.ts";
import type { PostNames } from "./names.ts";

export type TenureLine = {
  id: string;
  /** The person, or the post. */
  first: { href: string; name: string; note?: string };
  fromOn: string;
  toOn: string | null;
  source: string;
  documentNo: string | null;
  endReason: string | null;
  tags: { tag: string; assessedIn: number | null }[];
};
type Props = {
  caption: string;
  first: string;
  lines: readonly TenureLine[];
  names: PostNames;
  mayEdit: (line: TenureLine) => boolean;
};

const link = "inline-flex min-h-touch items-center underline desk:min-h-6";

export async function TenureTable({ caption, first, lines, names, mayEdit }: Props) {
  const t = await getTranslations("posts");
  const edits = lines.some(mayEdit);
  const said = ({ tag, assessedIn }: TenureLine["tags"][number]) =>
    assessedIn === null ? names.tag(tag) : t("tagIn", { tag: names.tag(tag), year: String(assessedIn) });
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column>{first}</Column>
        <Column width="date">{t("field.from")}</Column>
        <Column width="date">{t("field.to")}</Column>
        <Column>{t("column.source")}</Column>
        <Column>{t("column.tags")}</Column>
        <Column>{t("field.documentNo")}</Column>
        {edits ? <Column>{t("column.deed")}</Column> : null}
      </Head>
      <Body>
        {lines.map((line) => (
          <Row key={line.id}>
            <Cell head>
              <Link href={line.first.href} className={link}>
                {line.first.name}
              </Link>
              {line.first.note ? <span className="block text-ink-2 text-note">{line.first.note}</span> : null}
            </Cell>
            <Cell label={t("field.from")} nowrap>
              {line.fromOn}
            </Cell>
            <Cell label={t("field.to")} nowrap>
              {line.toOn ?? t("still")}
              {line.endReason ? (
                <span className="block text-ink-2 text-note">
                  {t(`reason.${line.endReason as EndReason}`)}
                </span>
              ) : null}
            </Cell>
            <Cell label={t("column.source")} hideStacked>
              {names.source(line.source)}
            </Cell>
            <Cell label={t("column.tags")} hideStacked={line.tags.length === 0}>
              {line.tags.length > 0 ? (
                <span className="flex flex-wrap gap-1">
                  {line.tags.map((one) => (
                    <Badge key={one.tag} tone={one.assessedIn === null ? "plain" : "ok"}>
                      {said(one)}
                    </Badge>
                  ))}
                </span>
              ) : (
                <EmptyMark />
              )}
            </Cell>
            <Cell label={t("field.documentNo")} hideStacked={line.documentNo === null}>
              {line.documentNo ?? <EmptyMark />}
            </Cell>
            {edits ? (
              <Cell label={t("column.deed")} nowrap>
                {mayEdit(line) ? (
                  <Link href={`/cadres/tenures/${line.id}`} className={link}>
                    {t("change")}
                    <span className="sr-only">{line.first.name}</span>
                  </Link>
                ) : (
                  ""
                )}
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
