/** F2.1 村班子健全率: villages with a secretary and every place of their two committees filled. */
import { ratio } from "../indicator.ts";

export default ratio({
  id: "F2.1",
  item: "F2",
  headline: true,
  name: { "zh-CN": "村班子健全率", en: "Complete village teams" },
  caseUnit: { "zh-CN": "个村", en: "villages" },
  missing: { "zh-CN": "班子不健全", en: "team not complete" },
  definition: {
    "zh-CN":
      "期末（当期为今天）已设岗的村中，党组织书记在岗、村“两委”职数全部配齐的村所占的比例。村务监督委员会不计入职数；还没有设岗的村不计入，在“班子干部”里列出。",
    en: "Of the villages whose posts are set up on the period's last day (today in the running period), the share with a Party secretary in post and every place of the two village committees filled. The supervision committee does not count; villages without posts are left out and listed under “Teams”.",
  },
  formula: {
    "zh-CN": "书记在岗且职数配齐的村数 ÷ 已设岗的村数",
    en: "villages with a secretary and all places filled ÷ villages with posts",
  },
  source: { "zh-CN": "岗位职数、任职登记", en: "Posts and their places, tenures" },
  scored: true,
  periods: ["month", "quarter", "year"],
  due: "fixed",
  of: "teams",
  part: { complete: true },
});
