/** Which unit the form below speaks of: links up and down the tree, so that the roles offered fit the place. */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";

type Unit = { id: number; name: string };
type Props = { path: string; now: Unit; above: readonly Unit[]; below: readonly Unit[] };

export async function UnitPicker({ path, now, above, below }: Props) {
  const t = await getTranslations("accounts");
  const link = (unit: Unit) => (
    <Link
      key={unit.id}
      href={`${path}?u=${unit.id}`}
      className="inline-flex min-h-touch items-center desk:min-h-8"
    >
      {unit.name}
    </Link>
  );
  return (
    <div className="grid gap-1">
      <p className="text-ink-2 text-note">{t("create.choose")}</p>
      <p className="font-semibold">{now.name}</p>
      {above.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-3">
          <span className="text-ink-2">{t("create.up")}</span>
          {above.map(link)}
        </p>
      ) : null}
      {below.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-3">
          <span className="text-ink-2">{t("create.down")}</span>
          {below.map(link)}
        </p>
      ) : null}
    </div>
  );
}
