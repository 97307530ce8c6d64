/** Rows of my day: visits of mine about which something seems hardly possible, for me alone to look at first. */
import { getTranslations } from "next-intl/server";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import type { MyHint } from "#lib/domains/visits/queries/hints.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { hintWords } from "./hint-words.ts";

export async function MyHints({ hints }: { hints: readonly MyHint[] }) {
  const t = await getTranslations("visits");
  const f = await getFormats();
  const sentence = await hintWords();
  const title = t("hints.mine", { count: hints.length });
  return (
    <section>
      <h2 className="mb-2 text-h2">{title}</h2>
      <RowList label={title}>
        {hints.map((hint) => (
          <RowLink
            key={hint.visit}
            href={`/visits/${hint.visit}#hints`}
            title={t("of", { name: hint.headName })}
            meta={`${f.day(hint.visitedOn)} ${hint.place}`}
            detail={sentence(hint.kind)}
          />
        ))}
      </RowList>
    </section>
  );
}
