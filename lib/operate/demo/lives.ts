// What happened in families this year: in each township somebody died and a daughter married out, in each county a family divided after
// a wedding. Told as the deeds themselves tell it, so that the pages of a household's life have something to show.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { perHeadAfter } from "#lib/domains/lives/life.ts";
import { gramsOf, pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { type Chance, chance } from "./chance.ts";

type Home = {
  id: string;
  householdNo: string;
  headName: string;
  divisionId: number;
  status: string;
  members: number;
  perHead: string | null;
  county: number;
  township: number;
};
type Member = { personId: string; name: string; relation: string };

/** Nobody of the demo did it. */
const TOLD_BY = "乡镇干部";

export async function addLives(client: pg.ClientBase, today: string): Promise<void> {
  const by = chance("lives");
  const year = Number(today.slice(0, 4));
  const divided = new Set<number>();
  const homes = await candidates(client, year);
  for (const township of new Set(homes.map((home) => home.township))) {
    const [first, second, third] = homes.filter((home) => home.township === township);
    if (first) await leaves(client, by, first, year, today, "DEATH", ["MOTHER", "FATHER", "SPOUSE"]);
    if (second) await leaves(client, by, second, year, today, "MARRIED_OUT", ["DAUGHTER", "SON"]);
    if (third && !divided.has(third.county) && (await divides(client, by, third, year, today)))
      divided.add(third.county);
  }
}

/** The last families of each township: those at the beginning have stories of their own. */
async function candidates(client: pg.ClientBase, year: number): Promise<Home[]> {
  const { rows } = await client.query<Home>(
    `select * from (select h.id, h.household_no as "householdNo", h.head_name as "headName", h.division_id as "divisionId", h.status,
        h.member_count as members, h.income_per_head_fen::text as "perHead", t.parent_id as county, t.id as township,
        row_number() over (partition by t.id order by h.household_no desc) as nth
      from household h join division d on d.id = h.division_id join division t on t.id = d.parent_id
      where h.status in ('POOR', 'EXITED') and h.member_count >= 4
        and exists (select 1 from household_year y where y.household_id = h.id and y.year = $1)) x
     where nth <= 3 order by township, nth`,
    [year],
  );
  return rows;
}

async function membersOf(client: pg.ClientBase, home: Home, year: number): Promise<Member[]> {
  const { rows } = await client.query<Member>(
    `select person_id as "personId", name, relation from membership_year where household_id = $1 and year = $2 order by relation, person_id`,
    [home.id, year],
  );
  return rows;
}

async function leaves(
  client: pg.ClientBase,
  by: Chance,
  home: Home,
  year: number,
  today: string,
  reason: string,
  relations: string[],
) {
  const members = await membersOf(client, home, year);
  const who = relations.flatMap((relation) => members.filter((one) => one.relation === relation))[0];
  if (!who) return;
  const on = addDays(today, -by.between(20, 120));
  const after = perHeadAfter(
    home.perHead === null ? null : BigInt(home.perHead),
    home.members,
    home.members - 1,
  );
  const { rows } = await client.query<{ row: object }>(
    "delete from membership_year m where person_id = $1 and year = $2 returning to_jsonb(m) as row",
    [who.personId, year],
  );
  await client.query("update person set household_id = null where id = $1", [who.personId]);
  await counted(client, home.id, year, home.members - 1, after);
  const event = await told(
    client,
    by,
    home,
    { kind: "MEMBER_OUT", reason, on, year, members: home.members - 1, after },
    {
      rows: [{ personId: who.personId, row: rows[0]?.row }],
    },
  );
  await turned(client, event, home, year, on, who, who.relation, null);
}

async function divides(client: pg.ClientBase, by: Chance, home: Home, year: number, today: string) {
  const son = (await membersOf(client, home, year)).find(({ relation }) => relation === "SON");
  if (!son) return false;
  const on = addDays(today, -by.between(20, 120));
  const made = {
    ...home,
    id: by.id(on),
    householdNo: `L${year}${String(by.between(0, 99_999_999)).padStart(8, "0")}`,
    headName: son.name,
  };
  const keys = pinyinKeys(son.name);
  await client.query(
    `insert into household select * from jsonb_populate_record(null::household, (select to_jsonb(h) from household h where id = $1) || $2::jsonb)`,
    [
      home.id,
      JSON.stringify({
        id: made.id,
        household_no: made.householdNo,
        head_name: son.name,
        head_person_id: son.personId,
        member_count: 1,
        phone: null,
        last_visit_on: null,
        ...keys,
      }),
    ],
  );
  await client.query(
    `insert into household_year select * from jsonb_populate_record(null::household_year,
       (select to_jsonb(y) from household_year y where household_id = $1 and year = $2) || $3::jsonb)`,
    [
      home.id,
      year,
      JSON.stringify({ household_id: made.id, head_name: son.name, member_count: 1, phone: null }),
    ],
  );
  await client.query(
    "insert into household_spell (household_id, division_id, status, from_on) values ($1, $2, $3, $4)",
    [made.id, home.divisionId, home.status, on],
  );
  await client.query(
    "update membership_year set household_id = $1, relation = 'HEAD' where person_id = $2 and year = $3",
    [made.id, son.personId, year],
  );
  await client.query("update person set household_id = $1 where id = $2", [made.id, son.personId]);
  await client.query(
    "update search_entry set household_id = $1 where kind = 'person' and subject_id = $2::text",
    [made.id, son.personId],
  );
  await client.query(
    "insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials) values ('household', $1::text, $2, $1::uuid, $3, $4, $5, $6, $7)",
    [made.id, home.divisionId, son.name, made.householdNo, gramsOf(son.name), keys.pinyin, keys.initials],
  );
  const after = home.perHead === null ? null : BigInt(home.perHead);
  await counted(client, home.id, year, home.members - 1, after);
  const event = await told(
    client,
    by,
    home,
    { kind: "SPLIT", reason: "MARRIAGE", on, year, members: home.members - 1, after },
    { made: made.id, also: { [made.id]: 1 } },
  );
  await turned(client, event, home, year, on, son, "SON", null);
  await turned(client, event, made, year, on, son, null, "HEAD");
  for (const [one, other, side] of [
    [home, made, "TO"],
    [made, home, "FROM"],
  ] as const)
    await client.query(
      "insert into household_tie (event_id, household_id, division_id, other_id, other_no, other_name, side, kind, happened_on) values ($1, $2, $3, $4, $5, $6, $7, 'SPLIT', $8)",
      [event, one.id, one.divisionId, other.id, other.householdNo, other.headName, side, on],
    );
  return true;
}

async function counted(
  client: pg.ClientBase,
  id: string,
  year: number,
  members: number,
  perHead: bigint | null,
) {
  await client.query(
    "update household set member_count = $2, income_per_head_fen = $3, version = version + 1 where id = $1",
    [id, members, perHead],
  );
  await client.query(
    "update household_year set member_count = $3, income_per_head_fen = $4 where household_id = $1 and year = $2",
    [id, year, members, perHead],
  );
}

type Told = { kind: string; reason: string; on: string; year: number; members: number; after: bigint | null };

async function told(
  client: pg.ClientBase,
  by: Chance,
  home: Home,
  deed: Told,
  more: { rows?: object[]; made?: string; also?: Record<string, number> },
): Promise<string> {
  const id = by.id(deed.on);
  const { rows } = await client.query<{ version: number }>("select version from household where id = $1", [
    home.id,
  ]);
  const kept = {
    rows: more.rows ?? [],
    homes: {
      [home.id]: {
        members: home.members,
        perHead: home.perHead,
        status: home.status,
        headName: home.headName,
      },
    },
    versions: { [home.id]: rows[0]?.version ?? 1, ...more.also },
    pairings: [],
    ...(more.made ? { made: more.made } : {}),
  };
  await client.query(
    `insert into life_event (id, household_id, division_id, year, kind, reason, happened_on, members_before, members_after,
       per_head_before, per_head_after, kept, account_name, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $7::date + interval '10 hours')`,
    [
      id,
      home.id,
      home.divisionId,
      deed.year,
      deed.kind,
      deed.reason,
      deed.on,
      home.members,
      deed.members,
      home.perHead,
      deed.after,
      JSON.stringify(kept),
      TOLD_BY,
    ],
  );
  return id;
}

async function turned(
  client: pg.ClientBase,
  event: string,
  home: Pick<Home, "id" | "divisionId">,
  year: number,
  on: string,
  who: Member,
  old: string | null,
  now: string | null,
) {
  await client.query(
    "insert into life_change (event_id, person_id, household_id, division_id, year, kind, happened_on, name, old_relation, new_relation) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [
      event,
      who.personId,
      home.id,
      home.divisionId,
      year,
      old === null ? "IN" : now === null ? "OUT" : "RELATION",
      on,
      who.name,
      old,
      now,
    ],
  );
}
