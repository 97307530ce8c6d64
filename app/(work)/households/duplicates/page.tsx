/** Files of a unit that may be one family, pair by pair: look at both, merge them, or say that they are two. */

import { getLocale, getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { codeName, HOUSEHOLD_STATUSES } from "#lib/domains/households/codes.ts";
import { type Alike, duplicates } from "#lib/domains/lives/queries/duplicates.ts";
import { page } from "#lib/platform/page.ts";
import { saveNotDuplicate } from "../life-actions.ts";

const PATH = "/households/duplicates";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("alike.title")}` };
}

export default page({
  route: "/households/duplicates",
  load: (scope, { search }) => duplicates(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, pairs, total }, { search }) => {
    const t = await getTranslations("lives");
    const households = await getTranslations("households");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("alike.title")}
          back={{ href: `/households?u=${unit.id}`, label: households("title") }}
          note={t("alike.note", { unit: unit.name, total, shown: pairs.length })}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={toParams(search)} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {pairs.length === 0 ? (
          <EmptyState kind="never" title={t("alike.none")} />
        ) : (
          <ul className="grid gap-4">
            {pairs.map(({ like, one, other }) => (
              <li key={`${one.id}${other.id}`}>
                <Card>
                  <div className="mb-2">
                    <Badge tone={like === "NAME" ? "watch" : "plain"}>{t(`alike.${like}`)}</Badge>
                  </div>
                  <div className="grid gap-4 pad:grid-cols-2">
                    <FileCell file={one} />
                    <FileCell file={other} />
                  </div>
                  <div className="mt-3 flex flex-wrap gap-2">
                    <LinkButton size="small" href={`/households/${other.id}/duplicate?of=${one.id}`}>
                      {t("alike.compare")}
                    </LinkButton>
                    <Form action={saveNotDuplicate} buttonOnly id={`two-${one.id}${other.id}`}>
                      <input type="hidden" name="householdId" value={one.id} />
                      <input type="hidden" name="otherId" value={other.id} />
                      <SubmitButton kind="quiet" size="small">
                        {t("alike.two")}
                      </SubmitButton>
                    </Form>
                  </div>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </>
    );
  },
});

async function FileCell({ file }: { file: Alike }) {
  const t = await getTranslations("lives");
  const locale = await getLocale();
  return (
    <div>
      <Link className="inline-block min-h-6 font-semibold" href={`/households/${file.id}`}>
        {t("tieFile", { name: file.headName, number: file.householdNo })}
      </Link>
      <p className="text-ink-2 text-note">
        {t("alike.detail", {
          place: [file.township, file.place, file.groupName].filter(Boolean).join(" "),
          members: file.members,
        })}
        {" · "}
        {codeName(HOUSEHOLD_STATUSES, file.status, locale)}
      </p>
    </div>
  );
}
