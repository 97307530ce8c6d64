/**
 * The named world that tests speak of: one prefecture, two counties, four townships, eight villages, people with posts, twelve
 * households with stories. Today is 2026-11-25 (`WORLD_TODAY`; tests that count call `holdToday(WORLD_TODAY)`).
 *
 * 昌都市
 * ├ 察雅县  ├ 吉塘镇 ─ 雪通村, 达布村 (under 香堆镇 until 2026-10-31)
 * │         └ 香堆镇 ─ 拉西村, 仁达村 (nobody active)
 * └ 左贡县  ├ 旺达镇 ─ 列达村, 东达村
 *           └ 田妥镇 ─ 格如村, 然尼村
 *
 * Expected figures of R2.1 and R2.3 stand in figures.ts, counted by hand; here is why.
 *
 * Household by household (✓ = met, ✗ = short, · = not a case). The open quarter owes what its ended month owes: October, once.
 *                        R2.1  Q3 Oct Nov | R2.3 pair                 Q3             Oct         Nov        Q4 (so far)
 * 达瓦扎西   雪通村             ✓  ✓  ✓   | 邓增罗布               3 of 3 ✓        ✓           ✓          2 of 1 ✓
 * 扎西次仁   雪通村             ✓  ✓  ✓   | 邓增罗布               3 of 3 ✓        ✗           ✗          0 of 1 ✗
 * 四郎卓玛   雪通村             ✓  ✓  ✓   | 李雪梅                 3 of 3 ✓ (none in Aug) ✓    ✓          3 of 1 ✓
 *                                         | 贡布扎西 (link)        2 of 3 ✗ (twice on one day) ✓ ✗        1 of 1 ✓
 * 贡布多吉   雪通村             ✗  ✓  ✓   | 陈浩 to 09-20          ·               ·           ·          ·
 *                  (gap 09-20 to 10-12)   | 李雪梅 from 10-12      ·               ·           ✓          ·
 * 洛松泽仁   达布村             ✓  ✓  ✓   | 央金卓嘎               3 of 3 ✓        ✗ (phone)   ✓          1 of 1 ✓
 * 白玛措     达布村             ✗  ✗  ✗   | nobody, ever
 * 尼玛顿珠   拉西村             ✓  ✓  ✓   | 央金卓嘎               3 of 3 ✓        ✓           ✗ (returned) 1 of 1 ✓
 *                                         | 四郎旺堆 (leader, quarterly) 1 of 1 ✓  ·           ·          ·
 * 益西       仁达村             ·  ·  ·   | removed from the register in 2017
 * 泽仁永宗   东达村, 列达村 from 10-20  ✓ ✓ ✓ | 罗布顿珠           2 of 3 ✗ (phone) ✓         ✓          2 of 1 ✓
 * 索朗旺修   列达村             ✗  ✗  ✓   | 罗布顿珠 from 11-05    ·               ·           ·          ·
 * 格桑央金   格如村             ·  ·  ·   | dissolved on 2026-08-31
 * 洛松群培·嘎玛丹增旺修 然尼村  ✓  ✓  ✓   | 达娃次仁               2 of 3 ✗ (stand-in) ✓      ✗ (withdrawn) 2 of 1 ✓
 *
 * Teams (posts from 2026-01-01, one place each; F2.1, F2.2, F2.5 in figures.ts):
 * 雪通村 书记   陈浩 to 08-20, nobody for 53 days (12 in August, 30 in September, 11 in October), 贡布扎西 from 10-12, assessed in 2026
 *        主任   贡布扎西 (two posts)
 *        副主任 央金卓嘎 to 11-10, nobody since
 * 达布村 主任   达娃次仁 from 03-01; no Party organization, so no secretary: never complete
 */

export const WORLD_TODAY = "2026-11-25";

/** Ids are fixed, so that a test can name a row before it looks. */
const uuid = (kind: number, nth: number) =>
  `01940000-0000-7000-8000-${String(kind).padStart(4, "0")}${String(nth).padStart(8, "0")}`;

const place = (id: number, code: string, name: string, level: Level, parentId: number | null) => ({
  id,
  code,
  name,
  level,
  parentId,
});
type Level = "PREFECTURE" | "COUNTY" | "TOWNSHIP" | "VILLAGE";

const divisions = {
  prefecture: place(1, "540300", "昌都市", "PREFECTURE", null),
  chaya: place(2, "540325", "察雅县", "COUNTY", 1),
  zuogong: place(3, "540327", "左贡县", "COUNTY", 1),
  jitang: place(4, "540325102", "吉塘镇", "TOWNSHIP", 2),
  xiangdui: place(5, "540325101", "香堆镇", "TOWNSHIP", 2),
  wangda: place(6, "540327100", "旺达镇", "TOWNSHIP", 3),
  tiantuo: place(7, "540327101", "田妥镇", "TOWNSHIP", 3),
  xuetong: place(8, "540325102208", "雪通村", "VILLAGE", 4),
  /** Where it stands today; see `MOVE`. */
  dabu: place(9, "540325102205", "达布村", "VILLAGE", 4),
  laxi: place(10, "540325101201", "拉西村", "VILLAGE", 5),
  renda: place(11, "540325101210", "仁达村", "VILLAGE", 5),
  lieda: place(12, "540327100201", "列达村", "VILLAGE", 6),
  dongda: place(13, "540327100206", "东达村", "VILLAGE", 6),
  geru: place(14, "540327101201", "格如村", "VILLAGE", 7),
  ranni: place(15, "540327101202", "然尼村", "VILLAGE", 7),
};

/** 达布村 stood under 香堆镇 until this day. */
export const MOVE = {
  village: divisions.dabu.id,
  from: divisions.xiangdui.id,
  to: divisions.jitang.id,
  on: "2026-11-01",
};

const org = (id: number, name: string, divisionId: number, leaderId: number | null) => ({
  id,
  name,
  divisionId,
  leaderId,
});
const partyOrgs = {
  prefecture: org(1, "中共昌都市委员会", 1, null),
  chaya: org(2, "中共察雅县委员会", 2, 1),
  zuogong: org(3, "中共左贡县委员会", 3, 1),
  jitang: org(4, "中共吉塘镇委员会", 4, 2),
  xiangdui: org(5, "中共香堆镇委员会", 5, 2),
  xuetong: org(6, "雪通村党支部", 8, 4),
  /** Of one village: led by its branch. */
  yaks: org(7, "雪通村牦牛养殖专业合作社党支部", 8, 6),
  /** Across villages: led by the township committee that approved it. */
  barley: org(8, "吉塘镇青稞加工产业党支部", 4, 4),
};

const person = (
  nth: number,
  name: string,
  divisionId: number,
  unitName: string,
  post: string,
  rank: Rank,
) => ({
  id: uuid(2, nth),
  name,
  divisionId,
  unitName,
  post,
  rank,
  phone: `1390000${String(1000 + nth)}`,
});
type Rank = "COUNTY_LEADER" | "SECTION_LEADER" | "STAFF" | "VILLAGE_CADRE";

const people = {
  organizer: person(1, "格桑德吉", 1, "中共昌都市委组织部", "科长", "SECTION_LEADER"),
  leader: person(2, "洛松平措", 1, "中共昌都市委员会", "市委常委", "COUNTY_LEADER"),
  countySecretary: person(3, "次仁旺堆", 2, "中共察雅县委组织部", "副部长", "SECTION_LEADER"),
  countyAdmin: person(4, "嘎松曲珍", 2, "察雅县人民政府办公室", "主任", "SECTION_LEADER"),
  povertyOfficer: person(5, "四郎多吉", 2, "察雅县扶贫开发办公室", "股长", "STAFF"),
  townshipCadre: person(6, "向巴泽仁", 4, "吉塘镇人民政府", "扶贫专干", "STAFF"),
  reviewer: person(7, "白玛措姆", 4, "吉塘镇人民政府", "副镇长", "SECTION_LEADER"),
  firstSecretary: person(8, "邓增罗布", 8, "察雅县农业农村局", "驻村第一书记", "STAFF"),
  pairedHelper: person(9, "李雪梅", 2, "察雅县教育局", "科员", "STAFF"),
  villageCadre: person(10, "贡布扎西", 8, "雪通村", "村委会主任", "VILLAGE_CADRE"),
  /** Helps in 达布村 and 拉西村; has no account. */
  townshipHelper: person(11, "央金卓嘎", 5, "香堆镇人民政府", "科员", "STAFF"),
  neighborCadre: person(12, "布珍拉姆", 5, "香堆镇人民政府", "镇长", "SECTION_LEADER"),
  countyLeader: person(13, "四郎旺堆", 2, "察雅县人民政府", "副县长", "COUNTY_LEADER"),
  /** Left 察雅县 in September 2026. */
  leftHelper: person(14, "陈浩", 2, "察雅县财政局", "科员", "STAFF"),
  otherCountyAdmin: person(15, "尼玛旺杰", 3, "左贡县人民政府办公室", "主任", "SECTION_LEADER"),
  otherHelper: person(16, "罗布顿珠", 3, "左贡县水利局", "科员", "STAFF"),
  lastHelper: person(17, "达娃次仁", 7, "田妥镇人民政府", "科员", "STAFF"),
  auditor: person(18, "王志强", 1, "昌都市审计局", "科长", "SECTION_LEADER"),
  systemAdmin: person(19, "陈晓峰", 1, "昌都市大数据中心", "工程师", "STAFF"),
  securityAdmin: person(20, "仁青卓嘎", 1, "昌都市大数据中心", "安全管理员", "STAFF"),
};

/** User names are for sign-in in tests: `signIn(database, "county-admin")`. The account of a person bears the person's name. */
const accounts = {
  organizer: { id: 1, username: "prefecture-admin", role: "PREFECTURE_ADMIN", person: people.organizer },
  leader: { id: 2, username: "prefecture-viewer", role: "PREFECTURE_VIEWER", person: people.leader },
  countySecretary: {
    id: 3,
    username: "county-organization",
    role: "COUNTY_ORG_DEPT",
    person: people.countySecretary,
  },
  countyAdmin: { id: 4, username: "county-admin", role: "COUNTY_ADMIN", person: people.countyAdmin },
  povertyOfficer: {
    id: 5,
    username: "county-poverty-office",
    role: "COUNTY_POVERTY_OFFICE",
    person: people.povertyOfficer,
  },
  townshipCadre: { id: 6, username: "township-admin", role: "TOWNSHIP_ADMIN", person: people.townshipCadre },
  reviewer: { id: 7, username: "township-reviewer", role: "TOWNSHIP_REVIEWER", person: people.reviewer },
  firstSecretary: {
    id: 8,
    username: "first-secretary",
    role: "FIRST_SECRETARY",
    person: people.firstSecretary,
  },
  pairedHelper: { id: 9, username: "paired-helper", role: "HELPER", person: people.pairedHelper },
  villageCadre: { id: 10, username: "village-cadre", role: "VILLAGE_CADRE", person: people.villageCadre },
  neighborCadre: {
    id: 11,
    username: "neighbor-township-admin",
    role: "TOWNSHIP_ADMIN",
    person: people.neighborCadre,
  },
  otherCountyAdmin: {
    id: 12,
    username: "other-county-admin",
    role: "COUNTY_ADMIN",
    person: people.otherCountyAdmin,
  },
  auditor: { id: 13, username: "auditor", role: "AUDITOR", person: people.auditor },
  systemAdmin: { id: 14, username: "system-admin", role: "SYSTEM_ADMIN", person: people.systemAdmin },
  securityAdmin: { id: 15, username: "security-admin", role: "SECURITY_ADMIN", person: people.securityAdmin },
} as const;

/** `idNo` is the head's. */
const household = (nth: number, divisionId: number, headName: string, idNo: string) => ({
  id: uuid(1, nth),
  householdNo: `54032500${String(nth).padStart(4, "0")}`,
  divisionId,
  headName,
  headId: uuid(3, nth * 10),
  idNo,
});

const households = {
  dawa: household(1, 8, "达瓦扎西", "540300197203150011"),
  tashi: household(2, 8, "扎西次仁", "54030019681102003X"),
  drolma: household(3, 8, "四郎卓玛", "540300198104120049"),
  gonpo: household(4, 8, "贡布多吉", "540300197707070058"),
  lobsang: household(5, 9, "洛松泽仁", "540300196502280073"),
  pema: household(6, 9, "白玛措", "540300199006180085"),
  nima: household(7, 10, "尼玛顿珠", "540300197009090094"),
  yeshe: household(8, 11, "益西", "540300195812010111"),
  /** Moved from 东达村 to 列达村 on 2026-10-20. */
  tsering: household(9, 12, "泽仁永宗", "540300198508080127"),
  sonam: household(10, 12, "索朗旺修", "540300197901230131"),
  kelsang: household(11, 14, "格桑央金", "540300194905050142"),
  dorje: household(12, 15, "洛松群培·嘎玛丹增旺修", "540300198002140153"),
};

/**
 * On the industry chain: one of a village with its own branch (four full members), one across two villages with its own (nobody told
 * how many), one that nobody covers (three). The first takes 达瓦扎西 and 扎西次仁 along, the second 白玛措, the last 泽仁永宗.
 */
const entities = {
  yaks: {
    id: uuid(9, 1),
    name: "雪通村牦牛养殖专业合作社",
    kind: "COOPERATIVE",
    divisionId: 8,
    villages: [8],
    partyOrg: 7,
    fullMembers: 4,
  },
  barley: {
    id: uuid(9, 2),
    name: "吉塘镇青稞加工产业基地",
    kind: "BASE",
    divisionId: 4,
    villages: [8, 9],
    partyOrg: 8,
  },
  market: {
    id: uuid(9, 3),
    name: "列达村农产品市场",
    kind: "MARKET",
    divisionId: 12,
    villages: [12],
    partyOrg: null,
    fullMembers: 3,
  },
};

/** The list of weak and lax organizations; the term and the listing of each stand with their reasons in org-life.ts. */
const weak = {
  /** 香堆镇党委, open, one of two measures late. */
  xiangdui: { id: uuid(6, 1) },
  /** 牦牛合作社党支部, accepted on 2026-10-15. */
  yaks: { id: uuid(6, 2) },
  /** 青稞产业党支部: listed in 2025, carried over, reported as put right in November 2026. */
  barleyBefore: { id: uuid(6, 3) },
  barley: { id: uuid(6, 4) },
};

/** One place each, from the first day of 2026. */
const post = (nth: number, divisionId: number, partyOrgId: number | null, kind: string) => ({
  id: uuid(7, nth),
  divisionId,
  partyOrgId,
  kind,
});
const posts = {
  secretary: post(1, 8, 6, "SECRETARY"),
  director: post(2, 8, null, "DIRECTOR"),
  deputy: post(3, 8, null, "DEPUTY_DIRECTOR"),
  dabuDirector: post(4, 9, null, "DIRECTOR"),
};

export const world = { divisions, partyOrgs, people, accounts, households, entities, posts, weak };
export type World = typeof world;
export type HouseholdName = keyof World["households"];
export type PersonName = keyof World["people"];
