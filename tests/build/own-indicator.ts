// An indicator of the office's own: poor households that are paired, or what the test says of it.
import type { Ratio } from "#lib/indicators/indicator.ts";
import { type OwnWords, ownDeclaration } from "#lib/indicators/own.ts";

export function ownIndicator(given: Partial<OwnWords> = {}): Ratio {
  const declaration = ownDeclaration({
    ...{ id: "R2.Z1", item: "R2", fact: "households", measure: "share" },
    name: { "zh-CN": "未脱贫户结对率", en: "Poor households paired" },
    ...{ caseUnit: "户", missing: "未结对", definition: "未脱贫户中已结对的。" },
    ...{ scored: true, due: "fixed", periods: ["month", "quarter", "year"] },
    ...{ whole: { status: "POOR" }, part: { paired: true } },
    ...given,
  });
  if (!declaration) throw new Error("the fact does not carry it");
  return declaration;
}
