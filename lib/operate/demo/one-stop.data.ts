// What is handled at the demo's windows. Names, limits, departments and papers are believable and invented: 请按本市文件核定.
export type ServiceItem = {
  name: string;
  limitDays: number;
  parts: readonly string[];
  papers: readonly string[];
  /** How often it is asked for, against the others. */
  weight: number;
};

export const ITEMS: readonly ServiceItem[] = [
  {
    name: "最低生活保障申请",
    limitDays: 20,
    parts: ["乡镇民政办", "县民政局"],
    papers: ["申请书", "户口簿复印件", "家庭收入声明", "授权核对书"],
    weight: 10,
  },
  {
    name: "临时救助申请",
    limitDays: 10,
    parts: ["乡镇民政办", "县民政局"],
    papers: ["申请书", "户口簿复印件", "困难情况证明"],
    weight: 8,
  },
  {
    name: "城乡居民医保参保登记",
    limitDays: 1,
    parts: ["乡镇医保经办"],
    papers: ["户口簿复印件"],
    weight: 14,
  },
  {
    name: "医疗费用手工报销",
    limitDays: 15,
    parts: ["乡镇医保经办", "县医保局"],
    papers: ["费用发票", "费用清单", "出院小结", "银行账户信息"],
    weight: 12,
  },
  {
    name: "城乡居民养老保险待遇申领",
    limitDays: 10,
    parts: ["县人社局"],
    papers: ["户口簿复印件", "银行账户信息"],
    weight: 8,
  },
  {
    name: "残疾人两项补贴申请",
    limitDays: 15,
    parts: ["乡镇民政办", "县残联", "县民政局"],
    papers: ["申请表", "残疾人证复印件", "银行账户信息"],
    weight: 5,
  },
  {
    name: "农村危房改造申请",
    limitDays: 30,
    parts: ["乡镇规划办", "县住建局"],
    papers: ["申请书", "户口簿复印件", "房屋照片", "宅基地证明"],
    weight: 4,
  },
  {
    name: "助学补助申请",
    limitDays: 10,
    parts: ["县教育局"],
    papers: ["申请表", "在读证明", "银行账户信息"],
    weight: 9,
  },
  {
    name: "外出务工交通补助",
    limitDays: 7,
    parts: ["乡镇人社所", "县人社局"],
    papers: ["车票凭证", "务工证明", "银行账户信息"],
    weight: 9,
  },
  {
    name: "产业发展小额信贷推荐",
    limitDays: 15,
    parts: ["乡镇扶贫办", "县扶贫办"],
    papers: ["申请书", "产业发展计划", "户口簿复印件"],
    weight: 6,
  },
  {
    name: "宅基地使用申请",
    limitDays: 20,
    parts: ["乡镇规划办", "县自然资源局"],
    papers: ["申请书", "户口簿复印件", "村民小组意见"],
    weight: 4,
  },
  { name: "证明开具", limitDays: 0, parts: ["乡镇便民服务中心"], papers: ["户口簿复印件"], weight: 11 },
];

export const HOURS = { TOWNSHIP: "工作日 9:30—18:00", VILLAGE: "周一、周三、周五 10:00—17:00" } as const;
export const REASONS_PART = ["收入高于标准", "不在政策范围内", "已享受同类补助"] as const;
export const REASONS_WITHDRAWN = ["申请人自己不办了", "到县城另行办理"] as const;
