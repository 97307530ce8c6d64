/** How offices write lists of names: what they call a role, the heading of the first column, and a place without its level. */
import { ROLES, type Role } from "./roles.ts";

type RoleWords = { "zh-CN": string; en: string; aliases: readonly string[] };
const word = (zh: string, en: string, ...aliases: string[]): RoleWords => ({ "zh-CN": zh, en, aliases });

/** As the screens name each role, and what offices call it besides. */
export const ROLE_WORDS: Record<Role, RoleWords> = {
  PREFECTURE_ADMIN: word("市级管理员", "Prefecture administrator", "市管理员"),
  PREFECTURE_VIEWER: word("市级领导", "Prefecture leader"),
  COUNTY_ADMIN: word("县级管理员", "County administrator", "县管理员"),
  COUNTY_ORG_DEPT: word("县委组织部", "County organization department", "组织部"),
  COUNTY_POVERTY_OFFICE: word("县扶贫办", "County poverty office", "扶贫办", "乡村振兴局"),
  COUNTY_FINANCE: word("县财政局", "County finance", "财政局"),
  DEPARTMENT_USER: word("部门用户", "Department user", "部门"),
  TOWNSHIP_ADMIN: word("乡镇管理员", "Township administrator", "乡管理员", "镇管理员", "乡级管理员"),
  TOWNSHIP_REVIEWER: word("乡镇审核员", "Township reviewer", "审核员"),
  FIRST_SECRETARY: word("第一书记", "First secretary", "驻村第一书记"),
  TEAM_MEMBER: word("驻村工作队员", "Village team member", "工作队员", "驻村队员", "驻村干部"),
  VILLAGE_CADRE: word("村干部", "Village cadre", "村两委"),
  HELPER: word("帮扶责任人", "Helper", "责任人", "帮扶人", "帮扶干部"),
  APPRAISER: word("考核员", "Appraiser"),
  AUDITOR: word("审计员", "Auditor"),
  SYSTEM_ADMIN: word("系统管理员", "System administrator"),
  SECURITY_ADMIN: word("安全管理员", "Security administrator"),
};

export function roleNamed(typed: string): Role | null {
  const said = typed.normalize("NFKC").replace(/\s/g, "");
  const roles = Object.keys(ROLES) as Role[];
  const called = (role: Role) =>
    said === ROLE_WORDS[role]["zh-CN"] || ROLE_WORDS[role].aliases.includes(said);
  return roles.find((role) => role === said.toUpperCase() || called(role)) ?? null;
}

const HEADINGS = new Set(["姓名", "名字", "name"]);
export const isHeading = (cell: string): boolean => HEADINGS.has(cell.toLowerCase());

export const withoutLevel = (place: string): string => place.replace(/[村乡镇县区市]$/, "");
