/** The faces of the Party line: list, tree, sums, elections, weak ones, and the chart for whoever may change it. */

import { getTranslations } from "next-intl/server";
import { Tabs } from "#components/ui/tabs.tsx";

export type OrgFace = "list" | "tree" | "sum" | "terms" | "weak" | "chart";

const HREF: Record<OrgFace, string> = {
  list: "/orgs",
  tree: "/orgs?view=tree",
  sum: "/orgs?view=sum",
  terms: "/orgs/terms",
  weak: "/orgs/weak",
  chart: "/admin/org-chart",
};

type Props = { current: OrgFace; mayEdit: boolean; on?: string | null; unit?: string | null };

/** List and tree keep the day that is looked at; list, elections and weak ones the unit. */
export async function OrgTabs({ current, mayEdit, on, unit }: Props) {
  const t = await getTranslations("party-orgs");
  const faces: OrgFace[] = ["list", "tree", "sum", "terms", "weak", ...(mayEdit ? (["chart"] as const) : [])];
  const hrefOf = (face: OrgFace) => {
    const kept = new URLSearchParams();
    if (on && (face === "list" || face === "tree")) kept.set("on", on);
    if (unit && (face === "list" || face === "terms" || face === "weak")) kept.set("u", unit);
    if (kept.size === 0) return HREF[face];
    return `${HREF[face]}${HREF[face].includes("?") ? "&" : "?"}${kept}`;
  };
  return (
    <Tabs
      label={t("view.label")}
      items={faces.map((face) => ({
        href: hrefOf(face),
        label: t(`view.${face}`),
        current: face === current,
      }))}
    />
  );
}
