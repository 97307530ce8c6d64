// A small tree of places for tests of the trees: two counties, a few townships and villages, a household here and there, and who works there.
import type { TestDatabase } from "#tests/support/database.ts";

export type Places = Record<string, number>;

const LEVEL_BELOW: Record<string, string> = {
  PREFECTURE: "COUNTY",
  COUNTY: "TOWNSHIP",
  TOWNSHIP: "VILLAGE",
  VILLAGE: "GROUP",
};

/** Under the prefecture that is there (the world's), or under one of its own. Everything has stood since 2020. */
export async function plantSmallTree(database: TestDatabase): Promise<Places> {
  const [there] = await database.look<{ id: number }>(
    "select id from division where level = 'PREFECTURE' limit 1",
  );
  const root = there?.id ?? (await plantDivision(database, null, "测试市", "PREFECTURE"));
  const at: Places = { 市: root };
  const under = async (parent: string, ...names: string[]) => {
    for (const name of names) at[name] = await plantDivision(database, at[parent] as number, name);
  };
  await under("市", "甲县", "乙县");
  await under("甲县", "东乡", "西乡");
  await under("乙县", "南乡");
  await under("东乡", "一村", "二村");
  await under("西乡", "三村");
  await under("南乡", "四村");
  await under("一村", "一组");
  await plantAccount(database, "t-prefecture", "PREFECTURE_ADMIN", root);
  await plantAccount(database, "t-county", "COUNTY_ADMIN", at.甲县 as number);
  await plantAccount(database, "t-township", "TOWNSHIP_ADMIN", at.东乡 as number);
  await plantAccount(database, "t-west", "TOWNSHIP_ADMIN", at.西乡 as number);
  await plantAccount(database, "t-reader", "TOWNSHIP_REVIEWER", at.东乡 as number);
  return at;
}

export async function plantDivision(
  database: TestDatabase,
  parent: number | null,
  name: string,
  level?: string,
): Promise<number> {
  const [above] =
    parent === null
      ? []
      : await database.look<{ level: string }>("select level from division where id = $1", [parent]);
  const its = level ?? LEVEL_BELOW[above?.level ?? ""];
  const [made] = await database.look<{ id: number }>(
    "insert into division (name, level, parent_id, opened_on) values ($1, $2, $3, '2020-01-01') returning id",
    [name, its, parent],
  );
  const id = made?.id as number;
  await database.look(
    `insert into division_closure (ancestor_id, node_id, depth, from_on)
     select ancestor_id, $1::int, depth + 1, '2020-01-01'::date from division_closure where node_id = $2 and to_on is null
     union all select $1, $1, 0, '2020-01-01'::date`,
    [id, parent],
  );
  return id;
}

export async function plantAccount(
  database: TestDatabase,
  username: string,
  role: string,
  place: number,
): Promise<number> {
  const [made] = await database.look<{ id: number }>(
    "insert into account (username, name, division_id) values ($1, $1, $2) returning id",
    [username, place],
  );
  await database.look("insert into role_grant (account_id, role, division_id) values ($1, $2, $3)", [
    made?.id,
    role,
    place,
  ]);
  return made?.id as number;
}

/** A poor household that has lived there since 2021, with a helper if one is named. */
export async function plantHousehold(
  database: TestDatabase,
  no: string,
  place: number,
  helper?: string,
): Promise<string> {
  const [made] = await database.look<{ id: string }>(
    "insert into household (household_no, division_id, head_name, status) values ($1, $2, $1 || '户主', 'POOR') returning id",
    [no, place],
  );
  await database.look(
    "insert into household_spell (household_id, division_id, status, from_on) values ($1, $2, 'POOR', '2021-01-01')",
    [made?.id, place],
  );
  if (helper) {
    const [person] = await database.look<{ id: string }>(
      "insert into person (name, division_id) values ($1, $2) returning id",
      [helper, place],
    );
    await database.look(
      "insert into pairing (household_id, division_id, helper_id, helper_name, kind, from_on) values ($1, $2, $3, $4, 'FIRST_HELPER', '2021-02-01')",
      [made?.id, place, person?.id, helper],
    );
  }
  return made?.id as string;
}
