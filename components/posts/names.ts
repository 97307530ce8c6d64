/** What kinds of posts, sources of selection and abilities are called on this office's screens. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { PostWords } from "#lib/domains/posts/words.ts";

export type PostNames = {
  kind: (code: string) => string;
  source: (code: string) => string;
  tag: (code: string) => string;
  options: (entries: readonly Entry[]) => { value: string; label: string }[];
};

export async function postNames({ kinds, sources, tags }: PostWords): Promise<PostNames> {
  const t = await getTranslations("dictionaries");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const said = (entry: Entry) => nameOf(entry, locale, (code) => t(`default.${code as "SECRETARY"}`));
  const among = (entries: readonly Entry[]) => (code: string) => {
    const entry = entries.find((one) => one.code === code);
    return entry ? said(entry) : code;
  };
  return {
    kind: among(kinds),
    source: among(sources),
    tag: among(tags),
    options: (entries) => entries.map((entry) => ({ value: entry.code, label: said(entry) })),
  };
}
