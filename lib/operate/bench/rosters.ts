// Rosters as offices send them, made of invented rows: households of a county, and persons with all the columns of sheet 2.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { checkDigit } from "#lib/base/id-number.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";

export type Village = { county: string; township: string; village: string };
export type Upload = { storedAs: string; size: number; sha256: string; fileName: string };
export const PERSONS_A_HOUSEHOLD = 10;

const NAMES = ["扎西次仁", "卓玛央金", "白玛曲珍", "次仁多吉", "格桑旺堆", "德吉措姆", "洛桑加措"];
const CAUSES = ["因病", "缺技术", "缺劳力", "缺资金"];
const numberOf = (nth: number, prefix = "B") => `${prefix}${String(nth).padStart(9, "0")}`;
const pick = <T>(list: readonly T[], nth: number) => list[nth % list.length]!;

/** In the folder where the app keeps what is uploaded, whole, under a random name. */
export async function writeRoster(
  dataDir: string,
  sheet: "household-roster" | "person-roster",
  rows: Iterable<Record<string, string | number | null>>,
): Promise<Upload> {
  const storedAs = randomUUID();
  const folder = path.join(dataDir, "uploads");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, storedAs);
  const columns = sheetById(sheet)!.columns;
  const cells = function* () {
    for (const row of rows) yield columns.map((column) => row[column.key] ?? null);
  };
  await writeWorkbook(file, {
    sheets: [
      { name: "花名册", columns: columns.map((column) => ({ label: column.label["zh-CN"] })), rows: cells() },
    ],
  });
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return { storedAs, size: statSync(file).size, sha256: hash.digest("hex"), fileName: "bench.xlsx" };
}

type Numbered = {
  prefix?: string;
  /** From where on their heads' ID numbers are counted; without it the roster has none. */
  heads?: number | undefined;
};

export function* households(count: number, villages: Village[], { prefix, heads }: Numbered = {}) {
  for (let nth = 0; nth < count; nth++)
    yield {
      ...pick(villages, nth),
      householdNo: numberOf(nth, prefix),
      headName: pick(NAMES, nth),
      ...(heads === undefined ? {} : { idNo: bornAs("540398", heads + nth).idNo }),
      groupName: `${1 + (nth % 5)}组`,
      memberCount: 2 + (nth % 5),
      attribute: "一般贫困户",
      standard: "国家标准",
      mainCause: pick(CAUSES, nth),
      status: "未脱贫",
      incomePerHeadFen: 2800 + (nth % 900) + 0.5,
      relocated: "否",
      waterSafe: "是",
      phone: `139${String(nth).padStart(8, "0")}`,
    };
}

/** An ID number of a region that nobody is born in. */
function bornAs(region: string, nth: number): { born: string; idNo: string } {
  const born = new Date(Date.UTC(1938, 0, 1 + ((nth * 37) % 27_000))).toISOString().slice(0, 10);
  const start = `${region}${born.replaceAll("-", "")}${String(Math.floor(nth / 27_000) * 100 + (nth % 100)).padStart(3, "0")}`;
  return { born, idNo: start + checkDigit(start) };
}

export function* persons(count: number, villages: Village[], year: number) {
  for (let nth = 0; nth < count; nth++) {
    const home = Math.floor(nth / PERSONS_A_HOUSEHOLD);
    const place = nth % PERSONS_A_HOUSEHOLD;
    const { born, idNo } = bornAs("540399", nth);
    const sex = Number(idNo[16]) % 2 ? "男" : "女";
    yield {
      province: "西藏自治区",
      prefecture: "昌都市",
      ...pick(villages, home),
      householdNo: numberOf(home),
      memberNo: `${numberOf(home)}${place}`,
      name: place === 0 ? pick(NAMES, home) : pick(NAMES, nth),
      sex,
      birthOn: born,
      idType: "居民身份证",
      idNo,
      ethnicity: "藏族",
      householdPhone: "13800000001",
      phone: `138${String(nth).padStart(8, "0")}`,
      year: String(year),
      relation: place === 0 ? "户主" : place === 1 ? "配偶" : "其他",
      education: "小学",
      schoolStatus: "非在校生",
      labor: "普通劳动力",
      workMonths: place === 0 ? 6 : null,
      health: "健康",
      politicalStatus: "群众",
      lowAllowance: "否",
      residentMedical: "是",
      residentPension: "是",
      speaksMandarin: "否",
      industryKind: "第一产业",
      publicPost: "护林员",
      publicPostMonths: 12,
      employmentChannel: "自主就业",
      workPlace: "昌都市卡若区",
      headName: pick(NAMES, home),
      standard: "国家标准",
    };
  }
}
