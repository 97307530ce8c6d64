// What the demo's talent is made of: programs as the article names them, posts, units and schools; all people are invented.

export const PROGRAMS = [
  { key: "industry", name: "新区管委会重点产业人才培训项目", stream: "IMPORT", operator: "昌都新区管委会" },
  { key: "medical", name: "组团式医疗援藏", stream: "IMPORT", operator: "援藏工作队、市卫生健康委" },
  { key: "schools", name: "组团式教育援藏", stream: "IMPORT", operator: "援藏工作队、市教育局" },
  { key: "policy", name: "村（居）干部和农牧民党员政策培训", stream: "SOURCE", operator: "各县区委组织部" },
  { key: "skills", name: "农牧实用技术人才培育", stream: "SOURCE", operator: "各县区农业农村局" },
] as const;
export type ProgramKey = (typeof PROGRAMS)[number]["key"];

/** `unit` is completed by the place; `wanted` is how many places a demand of it has at most. */
/** The one post that every township has. */
export const TOWNSHIP_POST = {
  program: null,
  channel: "CULTIVATE",
  kind: "PUBLIC_SERVICE",
  unit: "农牧综合服务中心",
  post: "农牧技术员",
} as const;
export const POSTS = [
  { program: "medical", channel: "DISPATCH", kind: "URGENT", unit: "人民医院", post: "全科医生", wanted: 3 },
  { program: "medical", channel: "RECRUIT", kind: "URGENT", unit: "人民医院", post: "麻醉医师", wanted: 1 },
  {
    program: "schools",
    channel: "DISPATCH",
    kind: "PUBLIC_SERVICE",
    unit: "中学",
    post: "数学教师",
    wanted: 3,
  },
  {
    program: "industry",
    channel: "RECRUIT",
    kind: "URGENT",
    unit: "农业农村局",
    post: "高原畜牧师",
    wanted: 2,
  },
  {
    program: "industry",
    channel: "RECRUIT",
    kind: "PUBLIC_SERVICE",
    unit: "商务局",
    post: "电商运营",
    wanted: 2,
  },
  { program: null, channel: "DISPATCH", kind: "GOVERNANCE", unit: "综治中心", post: "社会工作师", wanted: 2 },
  {
    program: "skills",
    channel: "CULTIVATE",
    kind: "PRACTICAL",
    unit: "农牧技术推广站",
    post: "兽医员",
    wanted: 4,
  },
  {
    program: "policy",
    channel: "CULTIVATE",
    kind: "GOVERNANCE",
    unit: "基层治理中心",
    post: "政策宣讲员",
    wanted: 2,
  },
] as const;

export const SCHOOLS = ["完全小学", "中心小学", "初级中学"] as const;
export const SENDERS = ["农牧综合服务中心", "文化服务中心", "社会保障服务中心", "便民服务中心"] as const;
export const SUBJECTS = [
  "CHINESE",
  "MATHEMATICS",
  "ENGLISH",
  "SCIENCE",
  "SPORT",
  "ARTS",
  "COMPUTING",
] as const;
export const REASONS = ["ON_LEAVE", "OFFICIAL_ERRAND", "CALLED_BACK", "ON_TRAINING"] as const;

/** The 100 of the article, divided: so many each county is to send, and how far it has come. */
export const SHARES: Record<string, { target: number; sent: number }> = {
  卡若区: { target: 14, sent: 14 },
  江达县: { target: 10, sent: 9 },
  贡觉县: { target: 8, sent: 5 },
  类乌齐县: { target: 8, sent: 8 },
  丁青县: { target: 10, sent: 10 },
  察雅县: { target: 10, sent: 7 },
  八宿县: { target: 8, sent: 7 },
  左贡县: { target: 8, sent: 8 },
  芒康县: { target: 11, sent: 9 },
  洛隆县: { target: 7, sent: 6 },
  边坝县: { target: 6, sent: 5 },
};
