// Labels of columns that are never read, whatever the file holds, because the work does not need them.
import type { Refusal } from "../sheet.ts";

const REFUSED: readonly [Refusal, RegExp][] = [
  ["familyPlanning", /独生子女|双女户|独女户|计划生育|计生|孕检|节育/],
  ["disease", /疾病名称|病名|病种|患病名称|疾病等级|诊断|病历/],
  ["religion", /宗教|信教|信仰|僧尼|僧人|尼姑|寺庙|活佛/],
  ["bank", /银行账号|银行帐号|银行卡|一卡通账号|账号|帐号|开户行|开户银行/],
  ["biometric", /指纹|人脸|虹膜/],
  ["crime", /犯罪|判刑|收监|服刑|前科|涉案/],
];

export function refusalOf(label: string): Refusal | null {
  return REFUSED.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}
