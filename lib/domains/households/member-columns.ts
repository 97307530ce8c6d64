// The facts of a member that are kept by year: schooling, health, work, insurance and support; and what each is called.

import type { FactField } from "#lib/base/fact-field.ts";
import {
  DESTITUTE_SUPPORTS,
  DISABILITY_KINDS,
  DROPOUT_REASONS,
  EDUCATIONS,
  HEALTH_STATES,
  LABOR_ABILITIES,
  SCHOOL_STATUSES,
} from "./codes.ts";
import { WORK_STATUSES } from "./living-codes.ts";

type Rest = Partial<Omit<FactField, "key" | "kind" | "zh-CN" | "en">>;
const fact = (key: string, kind: FactField["kind"], zh: string, en: string, rest: Rest = {}): FactField => ({
  ...{ key, kind, "zh-CN": zh, en },
  column: key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ...rest,
});
const months = { "zh-CN": "个月", en: "months" };

export const MEMBER_FACTS: readonly FactField[] = [
  fact("education", "choice", "文化程度", "Education", { list: EDUCATIONS }),
  fact("schoolStatus", "choice", "在校生状况", "School", { list: SCHOOL_STATUSES }),
  fact("dropoutReason", "choice", "失学或辍学原因", "Reason for not being in school", {
    list: DROPOUT_REASONS,
  }),
  fact("health", "choices", "健康状况", "Health", { list: HEALTH_STATES }),
  fact("disabilityKind", "choice", "残疾类别", "Kind of disability", { list: DISABILITY_KINDS }),
  fact("labor", "choice", "劳动能力", "Ability to work", { list: LABOR_ABILITIES }),
  fact("workStatus", "choice", "务工状况", "Work away from home", { list: WORK_STATUSES }),
  fact("workMonths", "count", "务工时间", "Months at work", { most: 12, unit: months }),
  fact("workPlace", "text", "务工所在地", "Place of work", { most: 60 }),
  fact("employer", "text", "务工企业", "Employer", { most: 60 }),
  fact("employmentChannel", "text", "就业渠道", "How the work was found", { most: 30 }),
  fact("publicPost", "text", "公益性岗位类型", "Public post", { most: 30 }),
  fact("publicPostMonths", "count", "公益性岗位月数", "Months in a public post", { most: 12, unit: months }),
  fact("speaksMandarin", "yesNo", "会讲普通话", "Speaks Mandarin"),
  fact("servingSoldier", "yesNo", "现役军人", "Serving soldier"),
  fact("residentMedical", "yesNo", "城乡居民基本医疗保险", "Residents' medical insurance"),
  fact("employeeMedical", "yesNo", "城镇职工基本医疗保险", "Employees' medical insurance"),
  fact("seriousIllness", "yesNo", "大病保险", "Serious-illness insurance"),
  fact("commercialMedical", "yesNo", "商业补充医疗保险", "Commercial medical insurance"),
  fact("medicalAid", "yesNo", "享受医疗救助", "Medical aid"),
  fact("otherHealthAid", "yesNo", "享受其他健康扶持", "Other health aid"),
  fact("residentPension", "yesNo", "城乡居民基本养老保险", "Residents' pension"),
  fact("employeePension", "yesNo", "城镇职工基本养老保险", "Employees' pension"),
  fact("lowAllowance", "yesNo", "享受低保", "Low allowance"),
  fact("destituteSupport", "choice", "特困供养", "Support for the destitute", { list: DESTITUTE_SUPPORTS }),
];
