/** The form that takes papers; before scripts arrive it is a plain one. */
import { getTranslations } from "next-intl/server";
import { inputClass } from "#components/ui/input-class.ts";
import { MOST_BYTES } from "#lib/domains/files/file.ts";
import { ACCEPTED, MOST_AT_ONCE, type Owner } from "#lib/domains/papers/paper.ts";
import type { PaperChange } from "./paper-changes.ts";
import { PaperDrop } from "./paper-drop.tsx";

type Props = {
  owner: Owner;
  open: readonly PaperChange[];
  /** The change just saved, to which a paper is put now. */
  change: string | null;
  refusal: string | null;
};

export async function AddPapers({ owner, open, change, refusal }: Props) {
  const t = await getTranslations("papers");
  const most = MOST_BYTES / 1_048_576;
  const self = `${owner.kind}:${owner.id}`;
  return (
    <form
      action="/api/uploads/papers"
      method="post"
      encType="multipart/form-data"
      className="mt-3 grid max-w-2xl gap-3 border-line border-t pt-3 print:hidden"
    >
      {open.length === 0 ? (
        <input type="hidden" name="subject" value={self} />
      ) : (
        <div>
          <label htmlFor="paper-subject" className="font-semibold">
            {t("about")}
          </label>
          <select
            key={change}
            id="paper-subject"
            name="subject"
            defaultValue={open.some(({ id }) => id === change) ? `treeChange:${change}` : self}
            className={`mt-1 ${inputClass}`}
          >
            <option value={self}>{t(`itself.${owner.kind}`)}</option>
            {open.map(({ id, words, documentNo }) => (
              <option key={id} value={`treeChange:${id}`}>
                {[words, documentNo].filter(Boolean).join(" ")}
              </option>
            ))}
          </select>
        </div>
      )}
      {/* Files come last, since what follows them is not read. */}
      <PaperDrop
        accept={ACCEPTED}
        most={{ files: MOST_AT_ONCE, bytes: MOST_BYTES }}
        refusal={refusal}
        words={{
          label: t("choose"),
          hint: t("hint", { most, many: MOST_AT_ONCE }),
          drop: t("drop"),
          send: t("send"),
          sending: t("sending"),
          looking: t("looking"),
          stop: t("stop"),
          failed: t("failed"),
          none: t("refused.none"),
          tooLarge: t("refused.tooLarge"),
          tooMany: t("refused.tooMany"),
        }}
      />
    </form>
  );
}
