/** The deeds on one member: put right, confirmed, transferred, gone, and what holds of him. */

import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { CorrectForm } from "#components/members/correct-form.tsx";
import { ConfirmForm, EndForm, FlagForm, OutForm, TransferForm } from "#components/members/deed-forms.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { orgsToReceive } from "#lib/domains/members/queries/choices.ts";
import { getMember } from "#lib/domains/members/queries/get-member.ts";
import { page } from "#lib/platform/page.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { saveConfirmation, saveEnd, saveFacts, saveFlag, saveOut, saveTransfer } from "../../actions.ts";

const DEEDS = ["correct", "confirm", "transfer", "out", "end", "flag"] as const;

export async function generateMetadata() {
  const t = await getTranslations("members");
  return { title: `${t("title")} · ${t("deed.meta")}` };
}

export default page({
  route: "/members/[id]/change",
  load: async (scope, { params, search }) => {
    const member = await getMember(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "member.edit", member.divisionId)) throw refused();
    const asked = toParams(search);
    const deed = DEEDS.find((one) => one === (asked.get("kind") ?? "correct"));
    if (!deed || (deed !== "correct" && member.status !== "ACTIVE")) throw notFound();
    const q = (asked.get("q") ?? "").trim().slice(0, 40);
    const receivers = deed === "transfer" ? await orgsToReceive(scope, { id: member.id, q }) : [];
    return { member, deed, q, receivers };
  },
  refused: async () => {
    const t = await getTranslations("members");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ member, deed, q, receivers }, { today }) => {
    const t = await getTranslations("members");
    const own = `/members/${member.id}`;
    return (
      <>
        <PageHead
          title={t("deed.title", { deed: t(`deed.${deed}`), name: member.name })}
          back={{ href: own, label: member.name }}
          note={member.orgName}
        />
        <div className="grid max-w-3xl gap-4">
          <Notice>{t(`deed.say.${deed}`)}</Notice>
          {deed === "transfer" ? (
            <PersonSearch
              path={`${own}/change`}
              q={q}
              keep={{ kind: "transfer" }}
              label={t("form.orgSearch")}
              hint=""
            />
          ) : null}
          {deed === "correct" ? <CorrectForm member={member} today={today} save={saveFacts} /> : null}
          {deed === "confirm" ? <ConfirmForm member={member} today={today} save={saveConfirmation} /> : null}
          {deed === "transfer" ? (
            <TransferForm member={member} today={today} q={q} receivers={receivers} save={saveTransfer} />
          ) : null}
          {deed === "out" ? <OutForm member={member} today={today} save={saveOut} /> : null}
          {deed === "end" ? <EndForm member={member} today={today} save={saveEnd} /> : null}
          {deed === "flag" ? <FlagForm member={member} today={today} save={saveFlag} /> : null}
        </div>
      </>
    );
  },
});
