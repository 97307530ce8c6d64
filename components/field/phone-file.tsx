/** Where the file of a phone is taken in, with what came of the last one; works before any script. */

import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Props = {
  search: Record<string, string | string[] | undefined>;
  /** Also files of the phones of others. */
  others: boolean;
  /** What was said of the rows of the last one that were not taken in. */
  why: readonly string[];
};

const TROUBLES = ["none", "large", "others", "broken", "unknown"] as const;

export async function PhoneFile({ search, others, why }: Props) {
  const t = await getTranslations("field.file");
  const trouble = TROUBLES.find((one) => one === search.bad);
  const came = Number(search.came ?? Number.NaN);
  return (
    <section id="file" className="mt-6 max-w-2xl">
      <h2 className="mb-2 text-h2">{t("title")}</h2>
      {Number.isInteger(came) ? (
        <div role="status" className="mb-3">
          <Notice tone={Number(search.left) > 0 ? "watch" : "ok"}>
            {t("came", { came, left: Number(search.left) || 0 })}
            {why.length > 0 ? (
              <ul className="list-disc pl-5">
                {why.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
          </Notice>
        </div>
      ) : null}
      <form
        action="/api/uploads/phone-file"
        method="post"
        encType="multipart/form-data"
        className="grid gap-2"
      >
        <label htmlFor="phone-file" className="font-semibold">
          {t("choose")}
        </label>
        <p id="phone-file-hint" className="text-note text-ink-2">
          {t(others ? "hintOthers" : "hint")}
        </p>
        {trouble ? (
          <p id="phone-file-error" role="alert" className="font-semibold text-behind">
            {t(trouble)}
          </p>
        ) : null}
        <input
          id="phone-file"
          type="file"
          name="file"
          accept=".qamdo334"
          aria-describedby={trouble ? "phone-file-error phone-file-hint" : "phone-file-hint"}
          aria-invalid={trouble ? true : undefined}
          className="min-h-touch w-full min-w-0"
        />
        <p>
          <Button type="submit">{t("take")}</Button>
        </p>
      </form>
    </section>
  );
}
