/** How grave a doubt is: in shape, word and color. */
import { useTranslations } from "next-intl";
import { Badge } from "#components/ui/badge.tsx";
import type { Severity } from "#lib/domains/quality/rules.ts";

export function SeverityMark({ severity }: { severity: Severity }) {
  const t = useTranslations("quality");
  return <Badge tone={severity === "ERROR" ? "behind" : "watch"}>{t(`severity.${severity}`)}</Badge>;
}
