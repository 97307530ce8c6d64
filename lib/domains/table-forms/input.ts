/** What may come in for tables: a form that was read, headings that were pasted, its corrected columns, and what it is filled with. */
import * as z from "zod";
import { chosenId, text, uuid, version } from "#lib/base/typed-fields.ts";
import type { EmptyForm } from "./propose.ts";
import { ON_REGISTER } from "./statuses.ts";
import { type FormColumn, SUBJECTS, type SubjectId } from "./table-form.ts";

const name = z.string("required").trim().min(2, "tableForm.name").max(60, "tooLong");
const subject = z.enum(SUBJECTS, "choose");

/** Made by reading a file (receive-form.ts), never by a form of the browser. */
type ReadForm = { subject: SubjectId; columns: FormColumn[]; empty: EmptyForm };
const MOST_BYTES = 1_500_000;
const read = z.custom<ReadForm>(
  (form) => typeof form === "object" && form !== null && JSON.stringify(form).length <= MOST_BYTES,
  "malformed",
);
export const TakeForm = z.strictObject({ divisionId: chosenId, name, form: read });
export const PasteForm = z.strictObject({
  divisionId: chosenId,
  name,
  pasted: z.string("tableForm.pasteEmpty").trim().min(1, "tableForm.pasteEmpty").max(20_000, "tooLong"),
});

/** `column.<index>` of the form: which field stands there, or nothing. */
export const ChangeForm = z
  .looseObject({ id: uuid, version, name, askedBy: text(60), subject })
  .transform(({ id, version, name, askedBy, subject, ...form }) => {
    const fields: Record<number, string> = {};
    for (const [key, value] of Object.entries(form)) {
      const index = /^column\.(\d{1,3})$/.exec(key)?.[1];
      if (index !== undefined && typeof value === "string") fields[Number(index)] = value.slice(0, 60);
    }
    return { id, version, name, askedBy, subject, fields };
  });
export const DropForm = z.strictObject({ id: uuid, version });

export const FormId = z.strictObject({ id: uuid });
export const FillAsked = z.strictObject({
  id: uuid,
  unit: z.string().max(20).optional(),
  only: z.enum(ON_REGISTER).optional(),
});
