/** Takes a matter in: the window, what is asked for, and who asks. */
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { AcceptForm } from "#components/services/accept-form.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { acceptForm } from "#lib/domains/services/queries/form.ts";
import { page } from "#lib/platform/page.ts";
import { accept } from "../actions.ts";

const PATH = "/service-desk/new";

export async function generateMetadata() {
  return { title: (await getTranslations("services"))("accept") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    return acceptForm(scope, {
      unit: params.get("u") ?? undefined,
      window: params.get("window") ?? undefined,
      item: params.get("item") ?? undefined,
    });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, windows, chosen, items, picked, due, provisional }, { search }) => {
    const t = await getTranslations("services");
    const params = toParams(search);
    return (
      <>
        <PageHead
          title={t("accept")}
          note={chosen ? `${chosen.name} · ${chosen.place}` : place.unit.name}
          back={{ href: `/service-desk?u=${place.unit.id}`, label: t("title") }}
        />
        {chosen === null ? (
          <EmptyState kind="notYet" title={t("form.noWindow")}>
            {t("form.noWindowHow")}
          </EmptyState>
        ) : (
          <>
            {windows.length > 1 ? (
              <Tabs
                label={t("form.windows")}
                items={windows.map((one) => ({
                  href: withParams(PATH, params, { window: one.id }),
                  label: one.name,
                  current: one.id === chosen.id,
                }))}
              />
            ) : null}
            {picked && due ? (
              <div className="grid gap-3">
                <AcceptForm
                  id={randomUUID()}
                  window={chosen}
                  item={picked}
                  due={due}
                  provisional={provisional}
                  save={accept}
                />
                <p>
                  <Link
                    href={withParams(PATH, params, { item: null })}
                    className="inline-flex min-h-touch items-center desk:min-h-6"
                  >
                    {t("form.another")}
                  </Link>
                </p>
              </div>
            ) : items.length === 0 ? (
              <EmptyState kind="notYet" title={t("items.none")}>
                {t("items.noneHow")}
              </EmptyState>
            ) : (
              <Card title={t("form.item")}>
                <ul className="grid gap-2 pad:grid-cols-2 wide:grid-cols-3">
                  {items.map((one) => (
                    <li key={one.id}>
                      <Link
                        href={withParams(PATH, params, { item: one.id })}
                        className="flex min-h-14 flex-col justify-center rounded-control border border-control px-3 py-1 no-underline hover:bg-hover"
                      >
                        <span className="text-h3">{one.name}</span>
                        <span className="text-ink-2 text-note">
                          {t("items.days", { days: one.limitDays })} ·{" "}
                          {t("items.papersOf", { n: one.papers.length })}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )}
      </>
    );
  },
});
