// Work reports of the demo: the prefecture, its counties and a township issued theirs; one county is late, one is writing, the home county has its last month still to do.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { type Period, periodOf } from "#lib/base/period.ts";
import { contentOf } from "#lib/domains/reports/content-of.ts";
import type { Texts } from "#lib/domains/reports/report.ts";
import { type Sql, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { REPORT_TEXTS } from "./reports.data.ts";
import { HOME } from "./story.ts";
import { writtenAt } from "./written.ts";

type Office = { unit: number; name: string; level: string; account: number; who: string };

/** After the closings, since a report keeps the figures as they were told. */
export async function addReports(client: pg.ClientBase, today: string): Promise<void> {
  const { rows: closed } = await client.query<{ period: Period; on: string }>(
    `select period, (closed_at at time zone 'Asia/Shanghai')::date::text as on from closing order by closed_at desc, length(period) limit 12`,
  );
  const months = closed.filter(({ period }) => period.includes("-"));
  const quarter = closed.find(({ period }) => period.includes("Q"));
  const [last, before, third] = months;
  if (!last || !before) return;
  const offices = await officesOf(client);
  const counties = offices.filter(({ level, name }) => level === "COUNTY" && name !== HOME.county);
  const home = offices.filter(({ name }) => name === HOME.county || name === HOME.township);
  const top = offices.filter(({ level }) => level === "PREFECTURE");
  const issue = (office: Office, closing: { period: Period; on: string }, nth: number) =>
    issued(client, office, closing, nth, today);
  for (const office of [...top, ...home]) await issue(office, before, 1);
  if (third) for (const office of [...top, ...home]) await issue(office, third, 3);
  if (quarter) for (const office of [...top, ...home]) await issue(office, quarter, 2);
  for (const [nth, office] of counties.entries()) if (nth % 3 !== 2) await issue(office, last, nth);
  const writing = counties[2];
  if (writing) await drafted(client, writing, last.period, today);
  // The prefecture and the township write on the month that runs.
  for (const office of [...top, ...home.filter(({ level }) => level === "TOWNSHIP")])
    await drafted(client, office, periodOf(today, "month"), today);
}

/** Of each unit whoever writes its reports. */
async function officesOf(client: pg.ClientBase): Promise<Office[]> {
  const { rows } = await client.query<Office>(
    `select distinct on (d.id) d.id as unit, d.name, d.level, a.id as account, a.name as who from division d
     join role_grant g on g.division_id = d.id and g.role in ('PREFECTURE_ADMIN', 'COUNTY_ADMIN', 'COUNTY_ORG_DEPT', 'TOWNSHIP_ADMIN')
     join account a on a.id = g.account_id
     where d.closed_on is null and (d.level in ('PREFECTURE', 'COUNTY') or d.name = $1) order by d.id, g.role, a.id`,
    [HOME.township],
  );
  return rows;
}

async function issued(
  client: pg.ClientBase,
  office: Office,
  { period, on }: { period: Period; on: string },
  nth: number,
  today: string,
): Promise<void> {
  const content = await contentOf(asking(client, office, today), { unit: office.unit, period });
  const day = addDays(on, 1 + (nth % 4));
  const issuedOn = day < today ? day : today;
  await client.query(
    `insert into report (division_id, period, status, texts, content, account_id, account_name, issued_by, issued_name, issued_on, version, created_at, changed_at)
     values ($1, $2, 'ISSUED', $3, $4, $5, $6, $5, $6, $7, 2, $8, $8)`,
    [
      ...[office.unit, period, JSON.stringify(textsOf(office)), JSON.stringify(content)],
      ...[office.account, office.who, issuedOn, writtenAt(issuedOn, 10, 5 + nth)],
    ],
  );
}

async function drafted(client: pg.ClientBase, office: Office, period: Period, today: string): Promise<void> {
  await client.query(
    `insert into report (division_id, period, texts, account_id, account_name, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $6)`,
    [
      ...[office.unit, period, JSON.stringify({ problems: textsOf(office).problems })],
      ...[office.account, office.who, writtenAt(today, 0, 5)],
    ],
  );
}

const textsOf = ({ level }: Office): Texts => REPORT_TEXTS[level as keyof typeof REPORT_TEXTS];

/** As the office reads it; the seeding connection is the owner's and sees all rows. */
function asking(client: pg.ClientBase, office: Office, today: string) {
  const ask = (async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: flat } = sql(strings, ...values);
    return (await client.query(text, [...flat])).rows;
  }) as Sql;
  const role =
    office.level === "PREFECTURE"
      ? "PREFECTURE_ADMIN"
      : office.level === "COUNTY"
        ? "COUNTY_ADMIN"
        : "TOWNSHIP_ADMIN";
  const viewer: Viewer = {
    ...{ accountId: office.account, personId: null, name: office.who, locale: "zh-CN", theme: "system" },
    ...{
      textSize: "100",
      density: "standard",
      colorSafe: false,
      homeDivisionId: office.unit,
      mustChange: false,
    },
    grants: [{ role, divisionId: office.unit, readsRegistry: true, nodes: null }],
    ...{ seesAll: true, reach: [], households: [] },
  };
  return { sql: ask, viewer, today };
}
