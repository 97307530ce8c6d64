/** The lists that the office keeps, the open ones first. */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { LIST_KEYS, type ListKey } from "#lib/domains/dictionaries/dictionary.ts";

export async function ListChooser({ current }: { current: ListKey }) {
  const t = await getTranslations("dictionaries");
  return (
    <nav aria-label={t("lists")} className="rounded-card border border-line bg-card">
      <ul className="flex flex-wrap desk:block">
        {LIST_KEYS.map((key) => (
          <li key={key}>
            <Link
              href={`/admin/dictionaries?list=${key}`}
              aria-current={key === current ? "page" : undefined}
              className="flex min-h-touch items-center px-4 text-ink-2 no-underline -outline-offset-2 hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {t(`list.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
