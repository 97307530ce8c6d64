/** The faces of the register of pairings, on each of their pages. */
import { getTranslations } from "next-intl/server";
import { Tabs } from "#components/ui/tabs.tsx";

type Face = "list" | "helpers" | "uncovered" | "lapsed" | "villages";
type Props = { current: Face; unit: number; uncovered?: number };

export async function PairingTabs({ current, unit, uncovered }: Props) {
  const t = await getTranslations("pairings");
  const faces = [
    { face: "list", href: `/pairings?u=${unit}` },
    { face: "uncovered", href: `/pairings/uncovered?u=${unit}`, count: uncovered },
    { face: "lapsed", href: `/pairings/lapsed?u=${unit}` },
    { face: "helpers", href: `/pairings?u=${unit}&view=helpers` },
    { face: "villages", href: `/pairings/villages?u=${unit}` },
  ] as const;
  return (
    <Tabs
      label={t("title")}
      items={faces.map(({ face, ...tab }) => ({
        ...tab,
        label: t(`tab.${face}`),
        current: face === current,
      }))}
    />
  );
}
