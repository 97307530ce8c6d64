/** An import that is being worked on: how far it is, that one may leave, and the way to stop it. */

import { getTranslations } from "next-intl/server";
import { jobViewOf } from "#components/imports/job-view.ts";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Job } from "#components/ui/job.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ImportRef } from "#lib/domains/imports/import.ts";
import type { ImportView } from "#lib/domains/imports/queries.ts";

type Props = { found: ImportView; here: string; stop: FormAction<ImportRef> };

export async function ImportBusy({ found, here, stop }: Props) {
  const t = await getTranslations("imports");
  return (
    <section className="grid gap-3" aria-label={t("busy.title")}>
      <Job source={`/api/imports/${found.id}/job`} first={jobViewOf(found, t)} refreshHref={here} />
      {found.progress?.status === "FAILED" ? (
        <Notice tone="behind" title={t("failure.title")}>
          {t("failure.unforeseen")}
        </Notice>
      ) : (
        <p className="text-ink-2">{t("busy.note")}</p>
      )}
      <Form action={stop} buttonOnly>
        <input type="hidden" name="id" value={found.id} />
        <SubmitButton kind="secondary">{t("busy.stop")}</SubmitButton>
      </Form>
    </section>
  );
}
