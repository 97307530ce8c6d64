/** One paper: opened by its title, with number, date and who put it there; for whoever may, its corrections and its removal. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { pictureHref, previewHref } from "#lib/domains/files/file.ts";
import { LONGEST_TITLE, type PaperRow } from "#lib/domains/papers/paper.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Deeds<C, R> = { correct: FormAction<C>; remove: FormAction<R> };
type Props<C, R> = {
  paper: PaperRow;
  about: string | null;
  /** Just added: its title, number and date are asked for at once. */
  fresh: boolean;
  today: string;
  deeds: Deeds<C, R> | null;
};

export async function PaperItem<C, R>({ paper, about, fresh, today, deeds }: Props<C, R>) {
  const t = await getTranslations("papers");
  const f = await getFormats();
  const facts = [
    paper.documentNo,
    paper.datedOn ? t("datedOn", { day: f.day(paper.datedOn) }) : null,
    about,
  ].filter((fact) => fact !== null);
  return (
    <li className="flex flex-wrap items-start gap-x-3 py-3" id={`paper-${paper.id}`}>
      <Thumb paper={paper} />
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          {paper.fileId ? (
            <a
              href={pictureHref(paper.fileId)}
              className="wrap-anywhere inline-flex min-h-touch items-center font-semibold desk:min-h-6"
            >
              {paper.title}
            </a>
          ) : (
            <span className="wrap-anywhere font-semibold">{paper.title}</span>
          )}
          <Badge>{paper.mediaType === "image/jpeg" ? t("scan") : t("pdf")}</Badge>
          <span className="text-ink-2 text-note">{sizeOf(paper.size, f)}</span>
        </p>
        {facts.length > 0 ? <p className="wrap-anywhere">{facts.join(" · ")}</p> : null}
        <p className="text-ink-2 text-note">{t("by", { name: paper.by, time: f.dayTime(paper.at) })}</p>
      </div>
      {deeds ? (
        <div className="w-full print:hidden">
          <Disclosure label={t("edit")} open={fresh}>
            <Corrections paper={paper} today={today} correct={deeds.correct} />
          </Disclosure>
          <Disclosure label={t("removing")}>
            <Removal paper={paper} remove={deeds.remove} />
          </Disclosure>
        </div>
      ) : null}
    </li>
  );
}

function Thumb({ paper: { fileId, width, height } }: { paper: PaperRow }) {
  if (!fileId || width === null || height === null) return null;
  const longer = Math.max(width, height);
  return (
    <img
      src={previewHref(fileId)}
      alt=""
      width={Math.max(1, Math.round((width / longer) * 72))}
      height={Math.max(1, Math.round((height / longer) * 72))}
      loading="lazy"
      className="rounded-control border border-line"
    />
  );
}

type Formats = Awaited<ReturnType<typeof getFormats>>;
const MB = 1_048_576;
const sizeOf = (size: number | null, f: Formats) =>
  size === null
    ? ""
    : size >= MB
      ? `${f.decimal(size / MB)} MB`
      : `${f.number(Math.max(1, Math.round(size / 1024)))} kB`;

async function Corrections<C>({
  paper,
  today,
  correct,
}: {
  paper: PaperRow;
  today: string;
  correct: FormAction<C>;
}) {
  const t = await getTranslations("papers");
  return (
    <Form action={correct} id={`correct-${paper.id}`} className="grid max-w-2xl gap-3 pb-2">
      <input type="hidden" name="id" value={paper.id} />
      <input type="hidden" name="version" value={paper.version} />
      <Field name="title" label={t("field.title")} required>
        <TextInput defaultValue={paper.title} maxLength={LONGEST_TITLE} autoComplete="off" />
      </Field>
      <Field name="documentNo" label={t("field.documentNo")} hint={t("field.documentNoHint")} optional>
        <TextInput defaultValue={paper.documentNo ?? ""} maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <Field name="datedOn" label={t("field.datedOn")} hint={t("field.datedOnHint")} optional>
        <DateInput today={today} max={today} defaultValue={paper.datedOn ?? ""} />
      </Field>
      <div>
        <SubmitButton kind="secondary">{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

async function Removal<R>({ paper, remove }: { paper: PaperRow; remove: FormAction<R> }) {
  const t = await getTranslations("papers");
  return (
    <Form action={remove} id={`remove-${paper.id}`} className="grid max-w-2xl gap-3">
      <input type="hidden" name="id" value={paper.id} />
      <Field name="why" label={t("field.why")} hint={t("field.whyHint")} required>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <div>
        <SubmitButton kind="danger">{t("remove")}</SubmitButton>
      </div>
    </Form>
  );
}
