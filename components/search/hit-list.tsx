/** The hits of one kind as rows to open. */

import { Badge } from "#components/ui/badge.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import type { Hit } from "#lib/domains/search/hit.ts";

export function HitList({ label, hits, closed }: { label: string; hits: readonly Hit[]; closed: string }) {
  return (
    <RowList label={label}>
      {hits.map((hit) => (
        <RowLink
          key={`${hit.kind} ${hit.id}`}
          href={hit.href}
          title={hit.title}
          meta={hit.closed ? <Badge>{closed}</Badge> : null}
          detail={hit.detail}
        />
      ))}
    </RowList>
  );
}
