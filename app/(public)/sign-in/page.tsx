/** Sign in: account and password, or in the demo one click on a named person; works before scripts arrive. */

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoPeople } from "#components/accounts/demo-people.tsx";
import { SignInForm } from "#components/accounts/sign-in-form.tsx";
import { LeftBehind } from "#components/field/guarded-leave.tsx";
import { WaitingHere } from "#components/field/waiting-here.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { homeOf, returnPath } from "#lib/domains/accounts/return-path.ts";
import { env } from "#lib/platform/env.ts";
import { publicPage } from "#lib/platform/page.ts";
import { layoutViewer } from "#lib/platform/session.ts";
import { plainHttpHere } from "#lib/platform/stranger.ts";
import { demoPeople } from "#lib/platform/strangers.ts";
import { signIn, signInAsDemo } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sign-in"))("title") };
}

export default publicPage({
  route: "/sign-in",
  load: async ({ search }) => {
    const to = returnPath([search.to].flat()[0]);
    const viewer = await layoutViewer();
    if (viewer) redirect(to ?? homeOf(viewer));
    return {
      to,
      out: search.out === "1",
      failed: search.error !== undefined,
      plainHttp: await plainHttpHere(),
      people: env.DEMO ? await demoPeople() : null,
      unified: Boolean(env.OIDC_ISSUER),
    };
  },
  render: async ({ to, out, failed, plainHttp, people, unified }) => {
    const t = await getTranslations("sign-in");
    const common = await getTranslations("common");
    const field = await getTranslations("field");
    const waiting = { gone: field.raw("centre.gone"), signedOut: field.raw("centre.signedOut") };
    const words = {
      username: t("username"),
      password: t("password"),
      submit: t("submit"),
      working: t("working"),
      problem: t("problem"),
    };
    return (
      <main className="mx-auto w-full max-w-xl px-4 py-8 pad:py-16">
        <p className="text-ink-2 text-note">{common("productFull")}</p>
        <h1 className="mt-1 text-h1">{t("title")}</h1>
        <div className="mt-4 grid gap-4">
          {out ? <Notice tone="ok">{t("signedOutNote")}</Notice> : null}
          {out ? <LeftBehind /> : <WaitingHere words={waiting} />}
          {failed ? <Notice tone="behind">{t("oidcFailed")}</Notice> : null}
          {people ? <DemoPeople people={people} action={signInAsDemo} to={to} /> : null}
          <SignInForm action={signIn} to={to} words={words} />
          {unified ? (
            <a href="/api/auth/signin/oidc" className="text-link underline">
              {t("oidc")}
            </a>
          ) : null}
          <p className="text-ink-2 text-note">
            {t("forgot")}{" "}
            <a href="/one-time-code" className="text-link underline">
              {t("redeem")}
            </a>
          </p>
          {plainHttp ? <Notice>{t("plainHttp")}</Notice> : null}
        </div>
      </main>
    );
  },
});
