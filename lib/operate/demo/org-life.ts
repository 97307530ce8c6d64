// Three years of terms and elections, and the lists of weak and lax organizations of this year and the last.
import type pg from "pg";
import { addDays, addMonths } from "#lib/base/calendar.ts";
import { type Chance, chance } from "./chance.ts";
import { HOME, strengthNamed } from "./story.ts";

type Org = {
  id: number;
  kind: string;
  setting: string;
  level: string;
  opened: string;
  township: string | null;
  county: string | null;
};
type Row = Record<string, string | number | null>;

/** Who reports and who accepts where the demo has such people; elsewhere nobody of the demo did. */
const REPORTS = "向巴泽仁";
const ACCEPTS = "次仁旺堆";
const NOBODY = { reports: 0, accepts: -1 };
/** Of a hundred village organizations, those on a year's list. */
const WEAK_SHARE = 0.03;
const CAUSES = ["NO_SECRETARY", "NO_PARTY_LIFE", "WEAK_GOVERNANCE", "NO_COLLECTIVE_INCOME", "DIVIDED_TEAM"];
const MEASURES = [
  ["选派优秀干部担任第一书记", "县委组织部"],
  ["恢复“三会一课”，按月开展主题党日", "乡镇党委组织委员"],
  ["村务财务每季度公开一次", "村监督委员会"],
  ["确定一项集体经济项目并开工", "乡镇分管领导"],
  ["逐户走访，化解矛盾纠纷", "驻村工作队"],
] as const;

export async function addOrgLife(client: pg.ClientBase, today: string): Promise<void> {
  const by = chance("org life");
  const { rows: orgs } = await client.query<Org>(`
    select o.id, o.kind, o.setting, d.level, o.opened_on::text as opened,
      case d.level when 'TOWNSHIP' then d.name when 'VILLAGE' then t.name end as township,
      case d.level when 'VILLAGE' then k.name end as county
    from party_org o join division d on d.id = o.division_id left join division t on t.id = d.parent_id left join division k on k.id = t.parent_id
    where o.kind in ('COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH') order by o.id`);
  // What the rule was and is: three years in a village until the end of 2018.
  for (const [from, village] of [
    ["2014-01-01", 3],
    ["2018-12-28", 5],
  ] as const)
    await client.query("insert into setting (key, from_on, value) values ('term-years', $1, $2)", [
      from,
      JSON.stringify({ village, committee: 5, other: 3 }),
    ]);
  await write(
    client,
    "party_org_term",
    orgs.flatMap((org) => termsOf(by, org, today)),
  );
  await addWeak(client, by, orgs, today);
  await renameCommittees(client);
}

/** Where a township took another name, its committee took it with it. */
async function renameCommittees(client: pg.ClientBase): Promise<void> {
  await client.query(`
    insert into tree_event (tree, kind, node_id, effective_on, document_no, detail, status, created_at, done_at)
    select 'PARTY_ORG', 'RENAME', o.id, e.effective_on, e.document_no,
      jsonb_build_object('name', o.name, 'oldName', replace(o.name, e.detail->>'name', e.detail->>'oldName')), 'DONE', e.created_at, e.done_at
    from tree_event e join party_org o on o.division_id = e.node_id and o.setting = 'TERRITORIAL' and o.kind = 'COMMITTEE'
    where e.tree = 'DIVISION' and e.kind = 'RENAME' and e.status = 'DONE'`);
}

/** The last two terms: those of places all ended in the same winter or summer, the others whenever they were founded. */
function termsOf(by: Chance, org: Org, today: string): Row[] {
  const year = Number(today.slice(0, 4));
  const village = org.setting === "TERRITORIAL" && org.level === "VILLAGE";
  const years = org.setting === "TERRITORIAL" ? 5 : 3;
  if (org.setting !== "TERRITORIAL" && by.happens(0.04)) return [];
  const day = String(by.between(10, 28));
  let elected =
    org.setting === "TERRITORIAL"
      ? village
        ? `${year - 5}-01-${day}`
        : `${year - 5}-0${by.between(6, 9)}-${day}`
      : addDays(addMonths(today, -36), by.between(-40, 1000));
  if (elected < org.opened) elected = org.opened;
  const ends = addMonths(elected, years * 12);
  const term = { org_id: org.id, division_id: 0, elected_on: elected, years, ends_on: ends, due_on: ends };
  const open = { ...term, postponed_to: null, postponed_document: null, reelected_on: null, result: null };
  if (ends > today) return [open];
  const late = by.weigh([
    ["ON_TIME", 90],
    ["LATE", 5],
    ["OVER", 3],
    ["POSTPONED", 2],
  ] as const);
  if (late === "POSTPONED") {
    const to = addMonths(ends, 12);
    return [
      { ...open, postponed_to: to, due_on: to, postponed_document: `组复〔${year}〕${by.between(3, 60)}号` },
    ];
  }
  const again = addDays(ends, late === "LATE" ? by.between(10, 80) : -by.between(1, 40));
  if (late === "OVER" || again > today) return [open];
  const next = addMonths(again, years * 12);
  return [
    { ...open, reelected_on: again, result: late },
    { ...open, elected_on: again, ends_on: next, due_on: next },
  ];
}

async function addWeak(client: pg.ClientBase, by: Chance, orgs: Org[], today: string) {
  const { rows: named } = await client.query<{ name: string; id: number }>(
    "select name, id from account where name = any ($1)",
    [[REPORTS, ACCEPTS]],
  );
  const idOf = (name: string) => named.find((one) => one.name === name)?.id;
  const home = { reports: idOf(REPORTS) ?? 0, accepts: idOf(ACCEPTS) ?? -1 };
  const year = Number(today.slice(0, 4));
  const villages = orgs.filter(({ setting, level }) => setting === "TERRITORIAL" && level === "VILLAGE");
  const atHome = villages.filter(({ township }) => township === HOME.township).slice(1, 4);
  const listings: Row[] = [];
  const measures: Row[] = [];
  const list = (org: Org, of: number, state: string, before: Row | null) => {
    const who = org.township === HOME.township ? home : NOBODY;
    const found = before ? String(before.found_on) : `${of}-03-${by.between(10, 28)}`;
    const reported = state === "REPORTED" || state === "ACCEPTED";
    const listing: Row = {
      ...{ id: by.id(found), org_id: org.id, division_id: 0, year: of, found_on: found, status: state },
      cause: before ? String(before.cause) : by.pick(CAUSES),
      reported_by: reported ? who.reports : null,
      reported_on: reported ? earlier(`${of}-09-${by.between(10, 28)}`, today) : null,
      summary: reported ? "整顿措施已全部完成，班子运转正常。" : null,
      decided_by: state === "ACCEPTED" || state === "CARRIED" ? who.accepts : null,
      accepted_on: state === "ACCEPTED" ? earlier(`${of}-10-${by.between(10, 28)}`, today) : null,
      carried_from: before ? String(before.id) : null,
    };
    listings.push(listing);
    const first = by.between(0, MEASURES.length - 2);
    for (const [at, [what, who]] of MEASURES.slice(first, first + 2).entries()) {
      const due = `${of}-${at === 0 ? "07" : "10"}-31`;
      const done = reported || at === 0 ? earlier(addDays(due, -by.between(3, 30)), today) : null;
      const id = by.id(found);
      measures.push({
        id,
        weak_id: String(listing.id),
        division_id: 0,
        what,
        who,
        due_on: due,
        done_on: done,
      });
    }
    return listing;
  };
  for (const org of villages) {
    if (atHome.includes(org) || !by.happens(WEAK_SHARE)) continue;
    const carried = by.happens(0.3 * (1 - strengthNamed(org.county)));
    const before = list(org, year - 1, carried ? "CARRIED" : "ACCEPTED", null);
    if (carried) list(org, year, "OPEN", before);
  }
  const taken = new Set(listings.map(({ org_id }) => org_id));
  for (const org of villages) {
    if (taken.has(org.id) || atHome.includes(org) || !by.happens(WEAK_SHARE)) continue;
    // By autumn the leading counties have put theirs right.
    const left = 1 - strengthNamed(org.county);
    const state = by.weigh([
      ["ACCEPTED", 5],
      ["REPORTED", 5 * left],
      ["OPEN", 4 * left],
    ] as const);
    list(org, year, state, null);
  }
  // Where the demo's people are: one to work on, one that waits for the county, one that is done.
  for (const [at, state] of (["OPEN", "REPORTED", "ACCEPTED"] as const).entries()) {
    const org = atHome[at];
    if (org) list(org, year, state, null);
  }
  await write(client, "party_org_weak", listings);
  await write(client, "party_org_weak_measure", measures, true);
}

const earlier = (day: string, today: string) => (day < today ? day : today);

/** The seat of a row is the database's to say; a measure lies where its listing does. */
async function write(client: pg.ClientBase, table: string, rows: Row[], ofListing = false) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  await client.query(
    `insert into ${table} (${columns.join(", ")}) select ${columns.map((one) => (ofListing && one === "division_id" ? "w.division_id" : `r.${one}`)).join(", ")}
     from jsonb_populate_recordset(null::${table}, $1::jsonb) r ${ofListing ? "join party_org_weak w on w.id = r.weak_id" : ""}`,
    [JSON.stringify(rows)],
  );
}
