/** What each role offered would open at the chosen unit: numbers, pages and verbs, to be read before anything is given. */

import { getTranslations } from "next-intl/server";
import { railFor } from "#components/layout/navigation.ts";
import { Disclosure } from "#components/ui/explain.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import type { RolePreview as Preview } from "#lib/domains/accounts/queries/preview-roles.ts";
import type { Verb } from "#lib/domains/accounts/roles.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { place: string; roles: readonly Preview[] };

type Dotless<Text extends string> = Text extends `${infer Noun}.${infer Deed}` ? `${Noun}_${Deed}` : never;
/** How the message catalogs spell a verb. */
export const verbKey = (verb: Verb) => verb.replace(".", "_") as Dotless<Verb>;

export async function RolePreview({ place, roles }: Props) {
  const t = await getTranslations("accounts");
  const to = await getTranslations("navigation");
  const f = await getFormats();
  const none = t("preview.none");
  return (
    <section aria-label={t("preview.title")} className="grid gap-1">
      <h2 className="text-h3">{t("preview.title")}</h2>
      <p className="text-ink-2 text-note">{t("preview.note", { place })}</p>
      {roles.map(({ role, opens, verbs }) => {
        const pages = railFor(new Set<string>(verbs)).flatMap((group) => group.places);
        return (
          <Disclosure key={role} label={t(`roles.${role}`)}>
            <p className="mb-2">
              {opens
                ? t("preview.opens", {
                    places: f.number(opens.places),
                    households: f.number(opens.households),
                    orgs: f.number(opens.orgs),
                  })
                : t("preview.closed")}
            </p>
            <SummaryList
              items={[
                {
                  label: t("preview.pages"),
                  value: pages.map((page) => to(page.key)).join("、") || none,
                },
                {
                  label: t("preview.verbs"),
                  value: verbs.map((verb) => t(`verbs.${verbKey(verb)}`)).join("、") || none,
                },
              ]}
            />
          </Disclosure>
        );
      })}
    </section>
  );
}
