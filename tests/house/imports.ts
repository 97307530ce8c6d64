// Walks the imports of a tree with dependency-cruiser and names every one that goes against the direction.
import { cruise, type IForbiddenRuleType } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { RULES } from "./import-rules.ts";

export type Walk = { modules: number; offences: { rule: string; from: string; to: string }[] };

const ROOTS = ["app", "components", "lib", "prisma", "tests"];

export async function walkImports(folder: string, rules: IForbiddenRuleType[] = RULES): Promise<Walk> {
  const result = await cruise(
    ROOTS,
    {
      baseDir: folder,
      ruleSet: { forbidden: rules },
      validate: true,
      tsPreCompilationDeps: true,
      combinedDependencies: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^lib/platform/prisma/(?!client)" },
    },
    {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
    },
    { tsConfig: extractTsConfig(`${folder}/tsconfig.json`) },
  );
  if (typeof result.output === "string") throw new Error(result.output);
  const { summary } = result.output;
  const offences = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules: summary.totalCruised, offences };
}
