/** Below an entry of a lineage: what is to be remarked, the part that a split made or left, and the way to take the change back. */

import { useTranslations } from "next-intl";
import Link from "#components/ui/link.tsx";

type Props = {
  remarks: string | null;
  part: { href: string; name: string } | null;
  undoHref: string | null;
};

const LINK = "flex min-h-touch w-fit items-center desk:min-h-6";

export function LineageNote({ remarks, part, undoHref }: Props) {
  const t = useTranslations("trees");
  return (
    <>
      {remarks}
      {part ? (
        <Link href={part.href} className={LINK}>
          {part.name}
        </Link>
      ) : null}
      {undoHref ? (
        <Link href={undoHref} className={LINK}>
          {t("undo.link")}
        </Link>
      ) : null}
    </>
  );
}
