/** Gives an instruction: about a figure of the cockpit as it stands, or freely about a unit. */

import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { GiveForm } from "#components/instructions/give-form.tsx";
import { instructionWords } from "#components/instructions/words.ts";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { instructionForm } from "#lib/domains/instructions/queries/show-instruction.ts";
import { page } from "#lib/platform/page.ts";
import { give } from "../actions.ts";

const PATH = "/instructions/new";
export async function generateMetadata() {
  return { title: (await getTranslations("instructions"))("form.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    return instructionForm(scope, {
      unit: params.get("u")?.slice(0, 20) ?? undefined,
      indicator: params.get("i")?.slice(0, 20) ?? undefined,
      period: params.get("p") ?? undefined,
    });
  },
  refused: async () => <PermissionNote>{(await getTranslations("instructions"))("refused")}</PermissionNote>,
  render: async (view, { search, today }) => {
    const t = await getTranslations("instructions");
    const words = await instructionWords();
    const { unit, above, below, stood, indicator } = view;
    const params = toParams(search);
    return (
      <>
        <PageHead
          title={t("form.title")}
          note={unit.name}
          back={
            stood
              ? { href: `/cockpit?u=${unit.id}&p=${stood.period}`, label: t("toCockpit") }
              : { href: "/instructions", label: t("title") }
          }
          actions={
            stood || (below.length === 0 && !above) ? null : (
              <UnitSwitcher
                path={PATH}
                params={params}
                units={{ now: unit, above: above ? [above] : [], below }}
              />
            )
          }
        />
        {view.addressees.length === 0 ? (
          <Notice tone="watch">{t("form.nobody", { unit: unit.name })}</Notice>
        ) : (
          <GiveForm
            id={randomUUID()}
            view={view}
            about={stood && indicator ? `${unit.name} · ${await words.stood(indicator, stood)}` : null}
            today={today}
            save={give}
          />
        )}
      </>
    );
  },
});
