/** The roster on the page of an organization: how many of its own, how many below, and the first names for whoever reaches its place. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import type { OrgRosterView } from "#lib/domains/members/queries/roster-of-org.ts";

type Props = {
  roster: OrgRosterView;
  /** As the organization reported it, when there is no roster. */
  reported: number | null;
  enrollHref: string | null;
};

export async function RosterCard({ roster, reported, enrollHref }: Props) {
  const t = await getTranslations("members");
  const { own, below, within, names, orgId, on } = roster;
  const listOf = (more: string) => `/members?f.org=${orgId}${more}${on ? `&on=${on}` : ""}`;
  return (
    <div className="grid gap-2">
      <p>
        {own === null ? (
          t(on ? "org.noneThen" : "org.none")
        ) : within && own.members > 0 ? (
          <Link href={listOf("&f.below=no")} className="inline-flex min-h-touch items-center desk:min-h-6">
            {t("org.own", own)}
          </Link>
        ) : (
          t("org.own", own)
        )}
        {own === null && reported !== null ? ` · ${t("org.reported", { count: reported })}` : null}
      </p>
      {names.length > 0 ? (
        <ul className="flex flex-wrap gap-x-5">
          {names.map((one) => (
            <li key={one.id}>
              <Link href={`/members/${one.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {one.name}
              </Link>
              {one.partyPost || one.kind === "PROBATIONARY" ? (
                <span className="ml-1 text-ink-2 text-note">
                  {[one.partyPost, one.kind === "PROBATIONARY" ? t("kind.PROBATIONARY") : null]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {own && own.members > 0 && !within ? <p className="text-ink-2 text-note">{t("org.beyond")}</p> : null}
      {below.orgs > 0 ? (
        <p className="text-ink-2">
          {[
            t("org.below", { orgs: below.orgs, members: below.members }),
            below.without > 0 ? t("org.belowWithout", { count: below.without }) : null,
          ]
            .filter(Boolean)
            .join("，")}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-x-5">
        {within && (own !== null || below.orgs > 0) ? (
          <Link href={listOf("")} className="inline-flex min-h-touch items-center desk:min-h-6">
            {t("org.all")}
          </Link>
        ) : null}
        {enrollHref ? (
          <Link href={enrollHref} className="inline-flex min-h-touch items-center desk:min-h-6">
            {t("new")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
