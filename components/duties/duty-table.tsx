/** The rows of each view of the duties; on a phone each row is a card. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { DutyList } from "#lib/domains/member-duties/queries/list.ts";
import { PledgeState } from "./pledge-state.tsx";

const LINK = "inline-flex min-h-touch items-center desk:min-h-6";
type Props = { list: DutyList; today: string; checkOut: FormAction<{ id: string }> };

export async function DutyTable({ list, today, checkOut }: Props) {
  switch (list.view) {
    case "holdings":
      return <Holdings list={list} />;
    case "without":
      return <Without list={list} />;
    case "posts":
      return <Posts list={list} />;
    case "pledges":
      return <Pledges list={list} today={today} />;
    case "checkIns":
      return <CheckIns list={list} today={today} checkOut={checkOut} />;
  }
}

async function Holdings({ list }: { list: DutyList }) {
  const t = await getTranslations("duties");
  return (
    <Table caption={t("view.holdings")} stacked>
      <Head>
        <Column>{t("member")}</Column>
        <Column>{t("org")}</Column>
        <Column>{t("post.name")}</Column>
        <Column>{t("post.kind")}</Column>
        <Column>{t("status")}</Column>
        <Column width="date">{t("since")}</Column>
        <Column>{t("review.HALF")}</Column>
        <Column>{t("review.YEAR")}</Column>
      </Head>
      <Body>
        {list.holdings.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link href={`/duties/members/${one.memberId}`} className={LINK}>
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("org")}>{one.org}</Cell>
            <Cell label={t("post.name")}>
              <Link href={`/duties/posts/${one.postId}`} className={LINK}>
                {one.post}
              </Link>
            </Cell>
            <Cell label={t("post.kind")}>{t(`kind.${one.kind}`)}</Cell>
            <Cell label={t("status")}>{t(`state.${one.status}`)}</Cell>
            <Cell label={t("since")} nowrap>
              {one.since}
            </Cell>
            <Cell label={t("review.HALF")}>
              {one.half ? t(`result.${one.half}`) : <EmptyMark why="notDue" />}
            </Cell>
            <Cell label={t("review.YEAR")}>
              {one.stars ? t("stars", { count: one.stars }) : <EmptyMark why="notDue" />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function Without({ list }: { list: DutyList }) {
  const t = await getTranslations("duties");
  return (
    <Table caption={t("view.without")} stacked>
      <Head>
        <Column>{t("member")}</Column>
        <Column>{t("org")}</Column>
        <Column>{t("place")}</Column>
      </Head>
      <Body>
        {list.without.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link href={`/duties/members/${one.id}`} className={LINK}>
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("org")}>{one.org}</Cell>
            <Cell label={t("place")}>{one.place}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function Posts({ list }: { list: DutyList }) {
  const t = await getTranslations("duties");
  return (
    <Table caption={t("view.posts")} stacked>
      <Head>
        <Column>{t("post.name")}</Column>
        <Column>{t("org")}</Column>
        <Column>{t("post.kind")}</Column>
        <Column numeric>{t("post.held")}</Column>
        <Column numeric>{t("post.waiting")}</Column>
      </Head>
      <Body>
        {list.posts.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link href={`/duties/posts/${one.id}`} className={LINK}>
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("org")}>{one.org}</Cell>
            <Cell label={t("post.kind")}>{t(`kind.${one.kind}`)}</Cell>
            <Cell label={t("post.held")} numeric>
              {t("post.of", { held: one.held, places: one.places })}
            </Cell>
            <Cell label={t("post.waiting")} numeric>
              {one.waiting}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function Pledges({ list, today }: { list: DutyList; today: string }) {
  const t = await getTranslations("duties");
  return (
    <Table caption={t("view.pledges")} stacked>
      <Head>
        <Column>{t("member")}</Column>
        <Column>{t("pledge.content")}</Column>
        <Column>{t("pledge.target")}</Column>
        <Column width="date">{t("pledge.due")}</Column>
        <Column>{t("status")}</Column>
      </Head>
      <Body>
        {list.pledges.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link href={`/duties/members/${one.memberId}`} className={LINK}>
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("pledge.content")}>{one.content}</Cell>
            <Cell label={t("pledge.target")}>{one.target}</Cell>
            <Cell label={t("pledge.due")} nowrap>
              {one.dueOn}
            </Cell>
            <Cell label={t("status")}>
              <PledgeState {...one} today={today} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function CheckIns({ list, today, checkOut }: Props) {
  const t = await getTranslations("duties");
  return (
    <Table caption={t("view.checkIns")} stacked copies={false}>
      <Head>
        <Column>{t("checkIn.who")}</Column>
        <Column>{t("checkIn.place")}</Column>
        <Column>{t("checkIn.service")}</Column>
        <Column width="date">{t("checkIn.from")}</Column>
        <Column>{t("checkIn.to")}</Column>
      </Head>
      <Body>
        {list.checkIns.map((one) => (
          <Row key={one.id}>
            <Cell head>{one.name}</Cell>
            <Cell label={t("checkIn.place")}>{one.place}</Cell>
            <Cell label={t("checkIn.service")}>{one.service ?? <EmptyMark />}</Cell>
            <Cell label={t("checkIn.from")} nowrap>
              {one.fromOn}
            </Cell>
            <Cell label={t("checkIn.to")}>
              {one.toOn ??
                (list.mayKeep ? (
                  <Disclosure label={t("checkIn.leave", { name: one.name })}>
                    <Form action={checkOut} id={`out-${one.id}`} className="grid gap-2">
                      <input type="hidden" name="id" value={one.id} />
                      <Field name="toOn" label={t("checkIn.to")} required>
                        <DateInput today={today} defaultValue={today} min={one.fromOn} max={today} />
                      </Field>
                      <div>
                        <SubmitButton>{t("save")}</SubmitButton>
                      </div>
                    </Form>
                  </Disclosure>
                ) : (
                  <EmptyMark why="notDue" />
                ))}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
