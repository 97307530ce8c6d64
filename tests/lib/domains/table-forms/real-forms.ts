// The headings of sheets as offices send them to each other, and what nobody has recorded of them.
export const BY_DOMAIN = {
  "sheet 1": {
    title: "贫困户花名册",
    subject: "household",
    headings:
      "序号 县 乡(镇) 村 组 户编号 户主姓名 性别 身份证号 民族 家庭人口 贫困户属性 识别标准 主要致贫原因 其他致贫原因 脱贫属性 脱贫年度 人均纯收入 是否搬迁户 危房等级 饮水安全 帮扶责任人 帮扶单位 联系电话 备注".split(
        " ",
      ),
    unknown: [] as string[],
  },
  "sheet 2": {
    title: "贫困人口花名册",
    subject: "person",
    headings:
      "省 市 县 乡 村 户编号 人口编号 姓名 性别 出生日期 证件类型 证件号码 民族 户联系电话 成员联系电话 年度 与户主关系 文化程度 在校生状况 劳动技能 务工时间(月) 健康状况 政治面貌 务工企业 是否低保 职工养老 大病保险 新农合 居民养老 失学原因 会讲普通话 商业补充医保 国外务工 产业分类 医疗救助 其他健康扶贫 公益岗类型 公益岗月数 就业渠道 残疾类别 务工所在地 户主姓名 户主证件号码 职工医保 特困供养 残疾证年度 识别标准".split(
        " ",
      ),
    unknown: ["省"],
  },
  "sheet 3": {
    title: "家庭收入明细表",
    subject: "household",
    headings:
      "户编号 户主 人口 工资性 生产经营性 计划生育金 低保金 特困供养金 养老保险金 生态补偿金 其他转移性 资产收益扶贫分红 其他财产性 生产经营性支出 纯收入 人均纯收入".split(
        " ",
      ),
    unknown: ["计划生育金"],
  },
  "sheet 4": {
    title: "结对帮扶一览表",
    subject: "pairing",
    headings:
      "序号 乡镇 村 户主 人口 属性 致贫原因 脱贫状态 帮扶单位 帮扶责任人 性别 政治面貌 职务 职级 联系电话 结对时间 第二责任人 电话 户主签字 备注".split(
        " ",
      ),
    unknown: [],
  },
  "sheet 9": {
    title: "第一书记及驻村工作队花名册",
    subject: "team",
    headings:
      "县 乡 村 村类型 姓名 性别 民族 出生年月 政治面貌 学历 派出单位 单位层级 职务职级 驻村职务 批次 到岗日期 期满日期 党组织关系是否转入 电话 备注".split(
        " ",
      ),
    unknown: ["村类型", "学历", "单位层级"],
  },
  "sheet 10": {
    title: "基层党组织花名册",
    subject: "partyOrg",
    headings:
      "党组织全称 类型 隶属 书记 成立日期 换届日期 党员数 预备 女 少数民族 ≤35 ≥60 是否软弱涣散".split(" "),
    unknown: [],
  },
  "sheet 10, members": {
    title: "党员花名册",
    subject: "member",
    headings:
      "姓名 性别 民族 出生年月 学历 入党日期 转正日期 党内职务 是否无职 岗位 联系户 致富带头人 流动去向".split(
        " ",
      ),
    unknown: [],
  },
  "sheet 11": {
    title: "合作社（协会、基地）党建台账",
    subject: "industry",
    headings:
      "名称 类型 注册号 负责人 覆盖村 社员数 其中贫困户 党员数 党组织形式 上级党组织 隶属依据 成立批复文号 年产值 带动户均增收".split(
        " ",
      ),
    unknown: [],
  },
};
