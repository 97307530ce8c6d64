/** What a phone needs to put the platform on its desktop. */

import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("common");
  return {
    name: t("productFull"),
    short_name: t("product"),
    start_url: "/",
    display: "standalone",
    background_color: "#f6f7f9",
    theme_color: "#a6192e",
    lang: "zh-CN",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/apple-icon.png", sizes: "180x180", type: "image/png" },
    ],
  };
}
