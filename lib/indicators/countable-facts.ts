/** Every fact and column in words, for offices that declare indicators without code. A new column of a fact does not compile until it has its words here. */
import type { Countables, Words } from "./countable.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const yesNo = (yes: Words, no: Words) => ({ kind: "yesNo", yes, no }) as const;
const amount = (name: Words, unit: Words) => ({ kind: "amount", name, unit }) as const;
const summed = (name: Words, unit: Words, mean?: number) =>
  ({ kind: "amount", name, unit, adds: mean === undefined ? {} : { mean } }) as const;
const choice = (name: Words, choices: Record<string, Words>) => ({ kind: "choice", name, choices }) as const;

const household = w("户", "households");
const organization = w("个", "organizations");
const people = w("人", "people");
const hours = w("学时", "hours");

const TALENT_KINDS = {
  URGENT: w("急需紧缺", "urgently wanted"),
  PRACTICAL: w("实用技能", "practical skills"),
  PUBLIC_SERVICE: w("公共服务", "public service"),
  GOVERNANCE: w("社会治理", "governance"),
};

const trained = {
  trained: yesNo(w("本年已参训", "trained this year"), w("本年未参训", "not trained this year")),
  course: yesNo(w("参加过专题培训", "was at a course"), w("没有参加过专题培训", "was at no course")),
  study_tour: yesNo(
    w("参加过外出考察", "was on a study tour"),
    w("没有参加过外出考察", "was on no study tour"),
  ),
  on_site: yesNo(
    w("参加过现场培训", "was trained on site"),
    w("没有参加过现场培训", "was not trained on site"),
  ),
  tenths: summed(w("本年学时", "hours this year"), hours, 10),
};

export const COUNTABLE: Countables = {
  households: {
    name: w("在册的帮扶对象户", "Households on the register"),
    caseUnit: household,
    source: w("户档案、结对帮扶登记", "Household registry, pairing register"),
    columns: {
      status: choice(w("状态", "status"), {
        POOR: w("未脱贫", "poor"),
        PRE_EXIT: w("预脱贫", "exit proposed"),
        EXITED: w("脱贫", "exited"),
        RETURNED: w("返贫", "returned to poverty"),
      }),
      paired: yesNo(w("已结对", "paired"), w("未结对", "not paired")),
    },
  },
  duties: {
    name: w("整期有效的结对", "Pairings that hold for the whole period"),
    caseUnit: w("对", "pairings"),
    source: w("走访记录、结对帮扶登记、走访规则", "Visits, pairing register, visit rules"),
    columns: {
      helper_kind: choice(w("结对类型", "kind"), {
        FIRST_HELPER: w("第一帮扶责任人", "first helper"),
        SECOND_HELPER: w("第二帮扶责任人", "second helper"),
        PARTY_MEMBER_LINK: w("党员联户", "Party-member link"),
        LEADER_CONTACT: w("领导定点联系", "leader contact"),
        KINSHIP: w("结对认亲", "kinship pairing"),
      }),
      required: amount(w("应走访天数", "days of visits owed"), w("天", "days")),
      done: amount(w("已走访天数", "days of visits made"), w("天", "days")),
    },
  },
  weakOrgs: {
    name: w("列入本年软弱涣散名单的党组织", "Party organizations on this year's list of weak ones"),
    caseUnit: organization,
    source: w("软弱涣散党组织台账", "List of weak organizations"),
    columns: { rectified: yesNo(w("已整顿销号", "put right"), w("未整顿销号", "not put right")) },
  },
  terms: {
    name: w("本年任期届满的党组织", "Party organizations whose term ended this year"),
    caseUnit: organization,
    source: w("党组织任期和换届登记", "Register of terms and elections"),
    columns: { timely: yesNo(w("按期换届", "elected on time"), w("未按期换届", "not elected on time")) },
  },
  teams: {
    name: w("已设岗的村", "Villages whose posts are set up"),
    caseUnit: w("个村", "villages"),
    source: w("岗位职数、任职登记", "Posts and their places, tenures"),
    columns: {
      complete: yesNo(w("班子健全", "team complete"), w("班子不健全", "team not complete")),
      places: summed(w("职数", "places"), w("个职数", "places")),
      filled: summed(w("在岗人数", "places held"), people),
    },
  },
  secretaries: {
    name: w("村党组织书记岗位", "Posts of village Party secretaries"),
    caseUnit: w("个书记岗位", "secretary posts"),
    source: w("岗位职数、任职登记、能力标签", "Posts, tenures, ability tags"),
    columns: {
      days: summed(w("期内空缺天数", "days without a secretary"), w("天", "days")),
      held: yesNo(w("期末有人任职", "held at the end"), w("期末空缺", "vacant at the end")),
      enterprising: yesNo(
        w("评定为致富带头人或懂三农", "assessed as enterprising"),
        w("未评定为致富带头人或懂三农", "not assessed as enterprising"),
      ),
    },
  },
  entities: {
    name: w("运营中的产业链组织", "Operating entities of the industry chain"),
    caseUnit: organization,
    source: w("产业链组织登记", "Register of the industry chain"),
    columns: {
      covered: yesNo(
        w("党组织已覆盖", "covered by the Party"),
        w("党组织未覆盖", "not covered by the Party"),
      ),
      own: yesNo(
        w("单独建立党组织", "with an own Party organization"),
        w("没有单独建立党组织", "without an own Party organization"),
      ),
      full_members: amount(w("正式党员数", "full Party members"), w("名", "members")),
    },
  },
  entityOrgs: {
    name: w("产业链上的党组织", "Party organizations on the industry chain"),
    caseUnit: organization,
    source: w("党组织隶属关系、产业链组织登记", "Affiliations, register of the industry chain"),
    columns: {
      resolved: yesNo(w("隶属合规则", "led by the rule"), w("隶属不合规则", "not led by the rule")),
    },
  },
  ledHouseholds: {
    name: w("在册的帮扶对象户（看产业带动）", "Households on the register (by industry)"),
    caseUnit: household,
    source: w("户档案、产业链组织登记", "Household registry, register of the industry chain"),
    columns: { led: yesNo(w("有党组织覆盖的组织带动", "taken along"), w("未被带动", "not taken along")) },
  },
  cadres: {
    name: w("在岗的班子干部", "Cadres in post"),
    caseUnit: w("名干部", "cadres"),
    source: w("培训登记、任职登记", "Trainings, tenures"),
    columns: {
      ...trained,
      village: yesNo(w("村干部", "village cadre"), w("不是村干部", "no village cadre")),
    },
  },
  herderMembers: {
    name: w("农牧民党员", "Farmer-herder Party members"),
    caseUnit: w("名党员", "members"),
    source: w("培训登记、党员名册", "Trainings, roster of members"),
    columns: trained,
  },
  memberLinks: {
    name: w("有能力联户的党员", "Party members able to link a household"),
    caseUnit: w("名党员", "members"),
    source: w("党员名册、结对帮扶登记", "Rosters of members, pairing register"),
    columns: { linked: yesNo(w("已联户", "linked"), w("未联户", "not linked")) },
  },
  talents: {
    name: w("在岗服务的人才", "Talent that serves"),
    caseUnit: people,
    source: w("人才登记", "Register of talent"),
    columns: {
      channel: choice(w("方式", "channel"), {
        RECRUIT: w("引进", "recruited"),
        DISPATCH: w("选派", "dispatched"),
        CULTIVATE: w("培育", "cultivated"),
      }),
      kind: choice(w("类别", "kind"), TALENT_KINDS),
      stream: choice(w("渠道", "stream"), {
        IMPORT: w("引活水", "import"),
        CIRCULATE: w("激内流", "circulate"),
        SOURCE: w("强源头", "source"),
      }),
    },
  },
  places: {
    name: w("在列的岗位需求", "Places of the demands listed"),
    caseUnit: w("个岗位", "places"),
    source: w("岗位需求、人才登记", "Demands for posts, register of talent"),
    columns: {
      kind: choice(w("类别", "kind"), TALENT_KINDS),
      filled: yesNo(w("已补足", "filled"), w("未补足", "not filled")),
    },
  },
  secondments: {
    name: w("教育扶智支教", "Teaching secondments"),
    caseUnit: people,
    source: w("教育扶智选派登记、在岗核查", "Register of teaching secondments, checks"),
    columns: {
      begun: yesNo(w("本年到校", "begun this year"), w("往年到校", "begun in an earlier year")),
      running: yesNo(w("尚未结束", "still running"), w("已结束", "ended")),
      checked: yesNo(
        w("期内核查过", "checked in the period"),
        w("期内没有核查", "not checked in the period"),
      ),
      on_post: yesNo(
        w("核查时在岗", "on post when checked"),
        w("核查时不在岗或未核查", "not on post or not checked"),
      ),
    },
  },
  populations: {
    name: w("登记了人口的村", "Villages whose population is told"),
    caseUnit: w("个村", "villages"),
    source: w("户档案、村登记表", "Household registry, registers of villages"),
    columns: {
      poor: summed(w("贫困人口", "poor people"), people),
      population: summed(w("总人口", "population"), people),
    },
  },
  dataChecks: {
    name: w("核对过数据的户", "Households looked over by the data checks"),
    caseUnit: household,
    source: w("数据核对", "Data checks"),
    columns: {
      records: summed(w("核对记录", "records looked over"), w("条", "records")),
      doubts: summed(w("未处理疑点", "open doubts"), w("个疑点", "doubts")),
    },
  },
  relocations: {
    name: w("搬迁入住户（看是否住着）", "Relocated families (by living there)"),
    caseUnit: household,
    source: w("易地搬迁登记、入住核查", "Register of relocations, checks"),
    columns: {
      checked: yesNo(w("核查过", "checked"), w("从未核查", "never checked")),
      living: yesNo(
        w("核查时住着", "found living there"),
        w("核查时没住或从未核查", "not found living there or never checked"),
      ),
    },
  },
  outreach: {
    name: w("搬迁入住户（看上门）", "Relocated families (by visits)"),
    caseUnit: household,
    source: w("易地搬迁登记、走访记录", "Register of relocations, visits"),
    columns: {
      reached: yesNo(
        w("期内有人上门", "reached in the period"),
        w("期内没有人上门", "not reached in the period"),
      ),
    },
  },
  memberDuties: {
    name: w("能上岗的无职党员", "Able members without a post"),
    caseUnit: people,
    source: w("党员名册、班子任职、设岗定责", "Rosters, posts, duties"),
    columns: { assigned: yesNo(w("已上岗", "with a duty"), w("没有岗位", "without a duty")) },
  },
  pledges: {
    name: w("期内到期的承诺", "Pledges due in the period"),
    caseUnit: w("项", "pledges"),
    source: w("服务承诺", "Pledges"),
    columns: { kept: yesNo(w("评定兑现", "judged as kept"), w("未兑现", "not kept")) },
  },
  sampleFindings: {
    name: w("本年抽查走访到的户", "Households visited in this year's sample checks"),
    caseUnit: household,
    source: w("抽查", "Sample checks"),
    columns: {
      kind: choice(w("抽查类型", "kind of check"), {
        IDENTIFICATION: w("识别抽查", "identification"),
        EXIT: w("退出抽查", "exit"),
        SATISFACTION: w("满意度抽查", "satisfaction"),
      }),
      sound: yesNo(
        w("识别退出准确", "rightly identified or exited"),
        w("错评、漏评或错退", "wrongly identified, missed or exited"),
      ),
      answered: yesNo(w("回答了满意度", "answered how satisfied"), w("没有回答满意度", "gave no answer")),
      satisfied: yesNo(w("满意或基本满意", "satisfied"), w("不满意或没有回答", "not satisfied or no answer")),
    },
  },
  needs: {
    name: w("期内到期的诉求", "Needs due in the period"),
    caseUnit: w("件", "needs"),
    source: w("需求台账", "Register of needs"),
    columns: {
      resolved: yesNo(w("按期办结并确认", "resolved in time"), w("未按期办结", "not resolved in time")),
    },
  },
  serviceClosed: {
    name: w("期内办结的服务件", "Service cases closed in the period"),
    caseUnit: w("件", "cases"),
    source: w("服务台办件", "Cases of the service desk"),
    columns: { once: yesNo(w("最多跑一次", "one visit at most"), w("跑了多次", "several visits")) },
  },
  serviceDue: {
    name: w("期内到期的服务件", "Service cases due in the period"),
    caseUnit: w("件", "cases"),
    source: w("服务台办件", "Cases of the service desk"),
    columns: { in_time: yesNo(w("限时内办结", "closed in time"), w("超期", "late")) },
  },
  serviceWindows: {
    name: w("乡镇和村（居）", "Townships and villages"),
    caseUnit: organization,
    source: w("服务台窗口、行政区划", "Windows of the service desk, divisions"),
    columns: { working: yesNo(w("有窗口在开", "with a working window"), w("没有窗口", "without a window")) },
  },
};
