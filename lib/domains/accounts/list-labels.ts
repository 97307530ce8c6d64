/** How offices write lists of names: what they call a role, the heading of the first column, and a place without its level. */
import { ROLES, type Role } from "./roles.ts";

const WORDS: Record<Role, readonly string[]> = {
  PREFECTURE_ADMIN: ["市级管理员"],
  PREFECTURE_VIEWER: ["市级领导"],
  COUNTY_ADMIN: ["县级管理员", "县管理员"],
  COUNTY_ORG_DEPT: ["县委组织部", "组织部"],
  COUNTY_POVERTY_OFFICE: ["县扶贫办", "扶贫办", "乡村振兴局"],
  COUNTY_FINANCE: ["县财政局", "财政局"],
  DEPARTMENT_USER: ["部门用户", "部门"],
  TOWNSHIP_ADMIN: ["乡镇管理员", "乡管理员", "镇管理员"],
  TOWNSHIP_REVIEWER: ["乡镇审核员", "审核员"],
  FIRST_SECRETARY: ["第一书记"],
  TEAM_MEMBER: ["驻村工作队员", "工作队员", "驻村队员"],
  VILLAGE_CADRE: ["村干部", "村两委"],
  HELPER: ["帮扶责任人", "责任人", "帮扶人"],
  APPRAISER: ["考核员"],
  AUDITOR: ["审计员"],
  SYSTEM_ADMIN: ["系统管理员"],
  SECURITY_ADMIN: ["安全管理员"],
};

export function roleNamed(typed: string): Role | null {
  const said = typed.normalize("NFKC").replace(/\s/g, "");
  const roles = Object.keys(ROLES) as Role[];
  return roles.find((role) => role === said.toUpperCase() || WORDS[role].includes(said)) ?? null;
}

const HEADINGS = new Set(["姓名", "名字", "name"]);
export const isHeading = (cell: string): boolean => HEADINGS.has(cell.toLowerCase());

export const withoutLevel = (place: string): string => place.replace(/[村乡镇县区市]$/, "");
