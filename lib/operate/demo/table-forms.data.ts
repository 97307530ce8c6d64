// What the invented departments ask for.
export const FORMS = [
  {
    ...{ by: "嘎松曲珍", ago: 96, checked: true },
    name: "脱贫户基本情况摸底表",
    askedBy: "县乡村振兴局",
    headings:
      "序号 乡（镇） 行政村 户主姓名 身份证号码 家庭人口数 农户属性 致贫原因 脱贫年份 人均纯收入（元） 住房安全等级 饮水是否安全 帮扶责任人 联系电话 户主签字 备注",
  },
  {
    ...{ by: "嘎松曲珍", ago: 40, checked: true },
    name: "驻村工作队基本情况统计表",
    askedBy: "县委组织部",
    headings:
      "序号 乡镇 驻点村 姓名 性别 民族 政治面貌 派出单位 职务 驻村职务 到村时间 期满时间 手机号 是否参加过培训",
  },
  {
    ...{ by: "格桑德吉", ago: 61, checked: true },
    name: "易返贫人员参保情况核查表",
    askedBy: "市医疗保障局",
    headings: "序号 县 乡镇 村 姓名 性别 证件号码 与户主关系 新农合 大病保险 健康状况 病种 残疾类别 户主姓名",
  },
  {
    ...{ by: "格桑德吉", ago: 3, checked: false },
    name: "农牧民专业合作社带动情况表",
    askedBy: "市农业农村局",
    headings:
      "序号 县 合作社名称 注册号 理事长 社员人数 其中贫困户 覆盖村 年产值（万元） 户均增收（元） 党组织名称 带贫模式",
  },
  {
    ...{ by: "向巴泽仁", ago: 1, checked: true },
    name: "结对帮扶情况花名册",
    askedBy: "乡党委",
    headings: "序号 行政村 户主 家庭人口 户属性 帮扶单位 帮扶责任人 职务 联系电话 结对时间 户主签名",
  },
] as const;
