/** What other rows tell of a village: registered households, members of the Party, entities; nothing of it is typed here. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import type { Fact } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { VillageRegister } from "#lib/domains/village-register/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function told({ id, party, counted }: VillageRegister): Promise<Fact[]> {
  const t = await getTranslations("villages");
  const d = await getTranslations("dictionaries");
  const f = await getFormats();
  const linked = (href: string, text: string) => (
    <Link href={href} className="inline-flex min-h-touch items-center desk:min-h-6">
      {text}
    </Link>
  );
  const cause = party.weakCause as "NO_SECRETARY" | null;
  const weak = cause === null ? null : d.has(`default.${cause}`) ? d(`default.${cause}`) : cause;
  return [
    { label: t("told.poor"), value: linked(`/households?u=${id}`, f.number(counted.poor)) },
    { label: t("told.exited"), value: f.number(counted.exited) },
    { label: t("told.people"), value: f.number(counted.people) },
    { label: t("told.cooperatives"), value: f.number(counted.cooperatives) },
    { label: t("told.members"), value: linked(`/members?u=${id}`, f.number(party.members)) },
    { label: t("told.probationary"), value: f.number(party.probationary) },
    { label: t("told.women"), value: f.number(party.women) },
    {
      label: t("told.averageAge"),
      value: party.averageAge === null ? <EmptyMark /> : f.decimal(party.averageAge),
    },
    { label: t("told.youngest"), value: f.number(party.youngest) },
    { label: t("told.oldest"), value: f.number(party.oldest) },
    { label: t("told.college"), value: f.number(party.college) },
    { label: t("told.admitted"), value: f.number(party.admitted) },
    { label: t("told.weak"), value: weak ?? t("told.notWeak") },
  ];
}
