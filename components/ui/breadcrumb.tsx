/** Where one is in the tree of units, each step a link. */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";

export type Crumb = { label: string; href?: string };

export async function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const t = await getTranslations("navigation");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex flex-wrap items-center text-ink-2 text-note">
        {items.map((item, index) => (
          <li key={`${item.href ?? ""} ${item.label}`} className="flex items-center">
            {index > 0 ? (
              <span aria-hidden="true" className="px-1.5 text-ink-3">
                ▸
              </span>
            ) : null}
            {item.href ? (
              <Link href={item.href} className="inline-flex min-h-6 items-center">
                {item.label}
              </Link>
            ) : (
              <span aria-current={index === items.length - 1 ? "location" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
