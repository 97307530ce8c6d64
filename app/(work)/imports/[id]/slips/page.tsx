/** Slips with one-time codes for the accounts that an import made and nobody has used yet: chosen, made, printed. */

import { getTranslations } from "next-intl/server";
import { BulkAnswer } from "#components/accounts/bulk-answer.tsx";
import { bulkWords } from "#components/accounts/bulk-words.ts";
import { SlipTable } from "#components/imports/slip-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { importedAccounts } from "#lib/domains/imports/imported-accounts-queries.ts";
import { getImport } from "#lib/domains/imports/queries.ts";
import { env } from "#lib/platform/env.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { issueSlips } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("slips.title") };
}

export default page({
  route: "/imports/[id]/slips",
  load: async (scope, { params }) => {
    const found = await getImport(scope, { id: params.id ?? "" });
    if (found.sheet !== "accounts" || found.status !== "DONE") throw notFound();
    return { found, accounts: await importedAccounts(scope, { id: found.id }) };
  },
  render: async ({ found, accounts }) => {
    const t = await getTranslations("imports");
    const waiting = accounts.filter(({ state }) => state === "FRESH").length;
    const words = { ...(await bulkWords(env.ORIGIN ?? "")), madeTitle: t.raw("slips.madeTitle") as string };
    const note = accounts.length === 0 ? "slips.nobody" : waiting === 0 ? "slips.none" : "slips.note";
    return (
      <>
        <PageHead
          title={t("slips.title")}
          back={{ href: `/imports/${found.id}/done`, label: t("done.title") }}
          note={`${found.place} · ${found.fileName}`}
        />
        <Form action={issueSlips}>
          {/* Once the slips stand there, nothing else does: they are shown only once. */}
          <BulkAnswer words={words} make={null}>
            <div className="grid gap-4">
              <Notice
                tone={waiting > 0 ? "info" : "ok"}
                title={t("slips.lead", { count: accounts.length, waiting })}
              >
                {t(note)}
              </Notice>
              {waiting > 0 ? (
                <div>
                  <SubmitButton pending={t("slips.making")}>{t("slips.make")}</SubmitButton>
                </div>
              ) : null}
              {accounts.length > 0 ? (
                <Card flush>
                  <SlipTable rows={accounts} />
                </Card>
              ) : null}
            </div>
          </BulkAnswer>
        </Form>
      </>
    );
  },
});
