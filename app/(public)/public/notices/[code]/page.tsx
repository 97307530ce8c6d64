/** A public list on the web, for whoever scans the poster: no sign-in, whitelisted columns, gone when its period is over. */

import { getTranslations } from "next-intl/server";
import { type Poster, PosterSheet } from "#components/procedures/poster.tsx";
import { env } from "#lib/platform/env.ts";
import { publicPage } from "#lib/platform/page.ts";
import { noticeInPublic } from "#lib/platform/strangers.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("procedures"))("notice.publicTitle") };
}

export default publicPage({
  route: "/public/notices/[code]",
  load: ({ params }): Promise<Poster | null> => noticeInPublic<Poster>(params.code ?? ""),
  render: async (notice) => {
    const t = await getTranslations("procedures");
    const common = await getTranslations("common");
    return (
      <main className="mx-auto w-full max-w-3xl px-4 py-8">
        {env.DEMO ? <p className="mb-3 text-note text-watch">{common("demo.banner")}</p> : null}
        {notice ? (
          <>
            <h1 className="mb-2 text-h1">
              {t(`notice.headline.${notice.step as "PUBLICITY_1"}`, { kind: t(`kind.${notice.kind}`) })}
            </h1>
            <PosterSheet notice={notice} />
          </>
        ) : (
          <>
            <h1 className="text-h1">{t("notice.gone")}</h1>
            <p className="mt-1 text-ink-2">{t("notice.goneNote")}</p>
          </>
        )}
      </main>
    );
  },
});
