/** The faces of one thing, each under its own address. */

import Link from "#components/ui/link.tsx";
import { TabStrip } from "#components/ui/tab-strip.tsx";
import { getFormats } from "#lib/i18n/format.ts";

export type Tab = { href: string; label: string; count?: string | number; current?: boolean };

export async function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const f = await getFormats();
  return (
    <TabStrip label={label} current={items.find((item) => item.current)?.href}>
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className="inline-flex min-h-touch items-center gap-1 whitespace-nowrap border-transparent border-b-2 px-3 text-ink-2 no-underline -outline-offset-2 hover:text-ink hover:no-underline aria-[current=page]:border-brand aria-[current=page]:font-semibold aria-[current=page]:text-ink desk:min-h-9"
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="tabular text-note">
                  {typeof item.count === "number" ? f.number(item.count) : item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </TabStrip>
  );
}
