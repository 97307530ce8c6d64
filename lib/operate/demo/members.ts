// Rosters of Party members: whole ones for the home township and for a share of the other organizations that grows with the scale; the
// rest have only the number that they reported. Whom the demo knows as a member already stands in the roster of his organization.
import type pg from "pg";
import { addDays, addMonths } from "#lib/base/calendar.ts";
import { keysOf } from "../ground/index-names.ts";
import type { Place } from "../ground/places.ts";
import { type Chance, chance } from "./chance.ts";
import { cadreName, phoneNumber, type Sex, tibetanName } from "./names.ts";

type Org = {
  id: number;
  name: string;
  setting: string;
  place: number;
  secretary: string | null;
  reported: number | null;
};
type Known = {
  id: string;
  name: string;
  sex: Sex | null;
  birth: string | null;
  ethnicity: string | null;
  org: number;
  /** Signs in: whoever the demo is told by stays in his roster. */
  named?: boolean;
};
type Row = Record<string, unknown>;
type Made = {
  person: Row[];
  search_entry: Row[];
  party_member: Row[];
  party_membership: Row[];
  party_member_flag: Row[];
};

/** Also at full scale some have not handed in their roster yet. */
const MOST = 0.92;
const AWAY = ["拉萨市城关区", "成都市武侯区", "林芝市巴宜区", "那曲市色尼区", "西宁市城东区"];
const DUTIES = ["护林岗", "政策宣传岗", "矛盾调解岗", "环境卫生岗", "扶贫帮困岗", "治安维护岗"];

export async function addMembers(
  client: pg.ClientBase,
  home: Place,
  scale: number,
  today: string,
): Promise<void> {
  const by = chance("members");
  const homes = new Set([home.id, home.parent!.id, ...home.parent!.children.map(({ id }) => id)]);
  const { rows: orgs } = await client.query<Org>(
    `select id, name, setting, division_id as place, secretary, member_count as reported from party_org where closed_on is null order by id`,
  );
  const chosen = orgs.filter(({ place }) => homes.has(place) || by.happens(MOST * Math.min(1, scale)));
  const known = await knownMembers(client, chosen);
  const made: Made = {
    person: [],
    search_entry: [],
    party_member: [],
    party_membership: [],
    party_member_flag: [],
  };
  for (const org of chosen) fillRoster(made, by, org, known.get(org.id) ?? [], chosen, today);
  for (const [table, rows] of Object.entries(made)) await write(client, table, rows);
}

/** Cadres and villagers whose organization is known, and members of families in the village of a branch. */
async function knownMembers(client: pg.ClientBase, orgs: readonly Org[]): Promise<Map<number, Known[]>> {
  const { rows } = await client.query<Known>(
    `with branch as (select distinct on (division_id) division_id, id from party_org where setting = 'TERRITORIAL' and id = any ($1::int[]) order by division_id, id)
     select p.id, p.name, p.sex, p.birth_on::text as birth, p.ethnicity, coalesce(p.party_org_id, b.id) as org,
       exists (select 1 from account a where a.person_id = p.id) as named
     from person p left join branch b on b.division_id = p.division_id and p.household_id is not null
     where p.political_status = 'PARTY_MEMBER' and coalesce(p.party_org_id, b.id) = any ($1::int[])
       and p.birth_on < current_date - interval '22 years' order by p.id`,
    [orgs.map(({ id }) => id)],
  );
  const byOrg = new Map<number, Known[]>();
  for (const one of rows) byOrg.set(one.org, [...(byOrg.get(one.org) ?? []), one]);
  return byOrg;
}

function fillRoster(
  made: Made,
  by: Chance,
  org: Org,
  known: readonly Known[],
  chosen: readonly Org[],
  today: string,
): void {
  const wanted = Math.max(org.reported ?? known.length + 3, org.secretary ? 1 : 0);
  const people = [...known];
  if (org.secretary && !people.some(({ name }) => name === org.secretary))
    people.unshift(newPerson(made, by, org, today, org.secretary));
  while (people.length < wanted) people.push(newPerson(made, by, org, today, null));
  people.forEach((person, at) => {
    const post =
      person.name === org.secretary
        ? "书记"
        : at > 0 && at < 3
          ? by.pick(["组织委员", "宣传委员", "纪检委员"])
          : null;
    enroll(made, by, { org, person, post, chosen, today });
  });
}

function newPerson(made: Made, by: Chance, org: Org, today: string, named: string | null): Known {
  const year = Number(today.slice(0, 4));
  const sex: Sex = by.happens(0.72) ? "M" : "F";
  const name = named ?? (org.setting === "AGENCY" ? cadreName(by, sex) : tibetanName(by, sex));
  const birth = `${year - by.between(23, 78)}-${two(by.between(1, 12))}-${two(by.between(1, 28))}`;
  const id = by.id(birth < "1970-01-01" ? "1988-07-01" : `${Number(birth.slice(0, 4)) + 22}-07-01`);
  const ethnicity = org.setting === "AGENCY" && by.happens(0.15) ? "01" : "04";
  const { pinyin, initials, grams } = keysOf(name);
  made.person.push({
    ...{ id, name, sex, ethnicity, birth_on: birth, division_id: org.place, pinyin, initials },
    ...{ political_status: "PARTY_MEMBER", phone: by.happens(0.9) ? phoneNumber(by) : null },
  });
  made.search_entry.push({
    ...{ kind: "person", subject_id: id, division_id: org.place, title: name },
    ...{ detail: org.name, pinyin, initials, grams },
  });
  return { id, name, sex, birth, ethnicity, org: org.id };
}

const two = (number: number) => String(number).padStart(2, "0");

type Entry = { org: Org; person: Known; post: string | null; chosen: readonly Org[]; today: string };

function enroll(made: Made, by: Chance, { org, person, post, chosen, today }: Entry): void {
  const born = Number((person.birth ?? "1980-01-01").slice(0, 4));
  const age = Number(today.slice(0, 4)) - born;
  const recent = post === null && age < 45 && by.happens(0.07);
  const joined = recent
    ? addDays(today, -by.between(20, 340))
    : `${Math.min(born + by.between(20, 34), Number(today.slice(0, 4)) - 2)}-${by.pick(["06-28", "07-01", "12-20", "05-16"])}`;
  const full = recent ? null : addMonths(joined, 12);
  const id = by.id(joined < "1985-01-01" ? "1985-07-01" : joined);
  const group =
    org.setting === "AGENCY"
      ? age > 60
        ? "RETIRED"
        : by.happens(0.3)
          ? "INSTITUTION"
          : "AGENCY"
      : age > 60 && by.happens(0.05)
        ? "RETIRED"
        : "HERDER";
  const fate =
    post === null && !recent
      ? by.weigh([
          ["STAYS", 92],
          ["CAME", 5],
          ["OUT", 2],
          ["DIED", age > 55 ? 3 : 0],
        ] as const)
      : "STAYS";
  const turn = addDays(today, -by.between(30, 700));
  const from = by.pick(chosen);
  const leaving = !person.named && (fate === "OUT" || fate === "DIED") ? fate : null;
  made.party_member.push({
    ...{
      id,
      person_id: person.id,
      name: person.name,
      sex: person.sex,
      birth_on: person.birth,
      ethnicity: person.ethnicity,
    },
    ...{ joined_on: joined, full_on: full, member_group: group, party_post: post, division_id: org.place },
    education:
      group === "HERDER"
        ? by.weigh([
            ["ILLITERATE", 2],
            ["PRIMARY", 5],
            ["JUNIOR_MIDDLE", 4],
            ["SENIOR_MIDDLE", 1],
          ] as const)
        : by.weigh([
            ["COLLEGE", 4],
            ["BACHELOR", 6],
          ] as const),
    duty: post === null && group === "HERDER" && by.happens(0.4) ? by.pick(DUTIES) : null,
    status: leaving ?? "ACTIVE",
    status_on: leaving ? turn : null,
  });
  const spell = (at: Org, from_on: string, more: Row): number =>
    made.party_membership.push({
      id: by.id(from_on < "1985-01-01" ? "1985-07-01" : from_on),
      member_id: id,
      org_id: at.id,
      division_id: at.place,
      from_on,
      ...more,
    });
  const moved = fate === "CAME" && from.id !== org.id && turn > addDays(joined, 1);
  if (moved) {
    spell(from, joined, { how: "ADMITTED", to_on: turn, ended: "TRANSFERRED", to_org_id: org.id });
    spell(org, turn, { how: "TRANSFERRED" });
  } else
    spell(org, joined, {
      how: "ADMITTED",
      ...(leaving
        ? { to_on: turn, ended: leaving, went_to: leaving === "OUT" ? `${by.pick(AWAY)}某街道党工委` : null }
        : {}),
    });
  if (leaving) return;
  const mark = (flag: string, where: string | null = null) => {
    const since = addDays(today, -by.between(60, 1500));
    const from_on = since < joined ? joined : since;
    made.party_member_flag.push({
      id: by.id(from_on < "1985-01-01" ? "1985-07-01" : from_on),
      member_id: id,
      flag,
      from_on,
      where_to: where,
    });
  };
  if (group === "HERDER" && age < 50 && by.happens(0.09)) mark("MOBILE", by.pick(AWAY));
  if (age >= 70 && by.happens(0.4)) mark("FRAIL");
  if (by.happens(0.01)) mark("DISABLED");
  if (group === "HERDER" && age < 60 && by.happens(0.06)) mark("PROSPERITY_LEADER");
}

const AT_ONCE = 5_000;

/** Members come before their spells; that they are whole is judged at the end. */
async function write(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const named = columns.map((column) => `"${column}"`).join(", ");
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await client.query(
      `insert into ${table} (${named}) select ${named} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + AT_ONCE))],
    );
}
