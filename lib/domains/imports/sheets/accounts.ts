// Accounts, 账号名单: one row per person who is to sign in, with a unit and a role; codes are made when the slips are printed.
import { ROLE_WORDS } from "#lib/domains/accounts/list-labels.ts";
import { mayGrant, ROLES, type Role } from "#lib/domains/accounts/roles.ts";
import type { CodeList } from "#lib/domains/households/codes.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Column, Sheet } from "../sheet.ts";
import { reference } from "./reference-column.ts";

const ROLE_CODES = (Object.keys(ROLES) as Role[]).map((code) => ({ code, ...ROLE_WORDS[code] }));
const ROLE_LIST: CodeList = ROLE_CODES;

const STATUS_LIST: CodeList = [
  { code: "ACTIVE", "zh-CN": "在用", en: "Active" },
  { code: "DISABLED", "zh-CN": "停用", en: "Closed" },
];

const columns: Column[] = [
  { ...reference("seq", "序号", "No.", "编号"), sample: "示例" },
  {
    key: "name",
    label: { "zh-CN": "姓名", en: "Name" },
    aliases: ["人员姓名", "使用人", "使用人姓名", "账号使用人", "真实姓名", "用户姓名"],
    kind: "name",
    required: true,
    sample: "扎西",
  },
  {
    key: "username",
    label: { "zh-CN": "账号名", en: "Account name" },
    aliases: ["登录名", "用户名", "账号", "帐号", "账户", "登录账号", "登录帐号", "用户账号", "登陆名"],
    kind: "text",
    most: 60,
    sample: "zhaxi",
    note: {
      "zh-CN": "3 到 40 个字母、数字或汉字；不填就用姓名的拼音",
      en: "3 to 40 letters, digits or Chinese characters; left blank, the pinyin of the name",
    },
  },
  {
    key: "unit",
    label: { "zh-CN": "单位", en: "Unit" },
    aliases: ["所在单位", "所属单位", "工作单位", "任职单位", "管辖单位", "使用单位", "管辖范围", "授权范围"],
    kind: "division",
    sample: "吉塘镇吉塘村",
    note: {
      "zh-CN": "县、乡镇或村的名称；村有同名的，把乡镇写在前面，如“吉塘镇吉塘村”。不填就是上传时选的单位",
      en: "County, township or village; where villages share a name, the township before it. Left blank, the unit chosen at upload",
    },
  },
  {
    key: "role",
    label: { "zh-CN": "岗位", en: "Role" },
    aliases: ["角色", "权限", "系统角色", "账号角色", "用户角色", "角色名称", "授予角色", "岗位名称"],
    kind: "choice",
    list: ROLE_LIST,
    required: true,
    sample: "村干部",
  },
  {
    key: "idNo",
    label: { "zh-CN": "身份证号", en: "ID number (optional)" },
    aliases: ["身份证号码", "证件号码", "证件号", "公民身份号码"],
    kind: "idNo",
    note: {
      "zh-CN": "只用来对应登记的人员，不保存；不填就按单位和姓名对应",
      en: "Only to find the person of the registry, not kept; left blank, unit and name decide",
    },
  },
  {
    key: "fromOn",
    label: { "zh-CN": "生效日期", en: "From" },
    aliases: ["起", "起始日期", "开始日期", "启用日期", "任职日期", "任职时间"],
    kind: "date",
    note: { "zh-CN": "不填就从写入时起", en: "Left blank, from the moment it goes in" },
  },
  {
    key: "toOn",
    label: { "zh-CN": "失效日期", en: "Until" },
    aliases: ["止", "截止日期", "结束日期", "到期日期", "停用日期", "有效期至"],
    kind: "date",
    note: {
      "zh-CN": "到这一天零点，岗位失效；不填就没有期限",
      en: "The role ends with the first minute of this day; left blank, it does not end",
    },
  },
  {
    ...reference("otherRoles", "其他岗位", "Other roles", "其他角色"),
    kind: "choice",
    list: ROLE_LIST,
    many: 20,
  },
  { ...reference("status", "账号状态", "Status of the account"), kind: "choice", list: STATUS_LIST },
  reference("remark", "备注", "Remark"),
];

const LEVELS = ["PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE"];
/** At one unit or another of the viewer's reach. */
const mayGrantSomewhere = (viewer: Viewer, role: Role) =>
  viewer.grants.some(({ divisionId: id }) => LEVELS.some((level) => mayGrant(viewer, role, { id, level })));

export const accounts: Sheet = {
  id: "accounts",
  title: { "zh-CN": "账号名单", en: "List of accounts" },
  columns,
  // Account names are compared as they are signed in with, which only the comparison does.
  unique: [],
  right: "account.make",
  dear: true,
  narrow: (viewer) => ({
    role: ROLE_CODES.map(({ code }) => code).filter((role) => mayGrantSomewhere(viewer, role)),
  }),
};
