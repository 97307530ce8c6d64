/** Who takes over: found by name or unit, chosen by a link, so that the rehearsal below speaks of this person. */
import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { FoundPerson } from "#lib/domains/accounts/queries/find-people.ts";

type Props = {
  path: string;
  q: string;
  found: readonly FoundPerson[];
  heir: { name: string; hasAccount: boolean } | null;
};

export async function HeirChoice({ path, q, found, heir }: Props) {
  const t = await getTranslations("handover");
  return (
    <Card title={heir ? t("heirNow", { name: heir.name }) : t("heir")}>
      <div className="grid gap-3">
        <p className="text-ink-2">
          {heir ? t(heir.hasAccount ? "heirAccount" : "heirNoAccount") : t("heirNone")}
        </p>
        <PersonSearch path={path} q={q} keep={{}} />
        {q !== "" && found.length === 0 ? <p className="text-ink-2">{t("foundNone", { q })}</p> : null}
        {found.length > 0 ? (
          <ul className="divide-y divide-line">
            {found.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <span>
                  <strong>{one.name}</strong>{" "}
                  <span className="text-ink-2">
                    {[one.unit ?? one.place, one.post, one.username].filter(Boolean).join(" · ")}
                  </span>
                </span>
                <LinkButton size="small" href={`${path}?to=${one.id}`}>
                  {t("choose")}
                </LinkButton>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
