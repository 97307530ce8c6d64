/** The photos of a visit: small ones that open large, and for whoever wrote the visit down a form that works before any script. */
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldErrors } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import { type Picture, pictureHref, previewHref } from "#lib/domains/files/file.ts";
import { MOST_PHOTOS } from "#lib/domains/visits/visit.ts";

type Props<T> = {
  visit: { id: string; photos: Picture[]; own: boolean; status: string };
  refused: string | null;
  remove: FormAction<T>;
};

export async function VisitPhotos<T>({ visit, refused, remove }: Props<T>) {
  const t = await getTranslations("visits");
  const { photos } = visit;
  const open = visit.own && visit.status !== "WITHDRAWN" && photos.length < MOST_PHOTOS;
  const reason = refused && t.has(`photos.refused.${refused}` as "photos.refused.none") ? refused : null;
  return (
    <Card title={t("photos.title")} id="photos">
      {reason && !open ? <Refused reason={reason} /> : null}
      {photos.length === 0 ? <p className="text-ink-2">{t("photos.none")}</p> : null}
      <ul className="flex flex-wrap gap-3">
        {photos.map(({ id, width, height, mine }, at) => (
          <li key={id} className="grid content-start gap-1">
            <a href={pictureHref(id)}>
              <img
                src={previewHref(id)}
                alt={t("photos.alt", { n: at + 1 })}
                width={Math.round((width / Math.max(width, height)) * 160)}
                height={Math.round((height / Math.max(width, height)) * 160)}
                loading="lazy"
                className="rounded-control border border-line"
              />
            </a>
            {mine ? (
              <Form action={remove} buttonOnly>
                <input type="hidden" name="id" value={visit.id} />
                <input type="hidden" name="photo" value={id} />
                <SubmitButton kind="quiet" size="small">
                  {t("photos.remove")}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? <AddPhotos visit={visit.id} reason={reason} /> : null}
      {visit.own && photos.length >= MOST_PHOTOS ? (
        <p className="mt-3 text-ink-2 text-note">{t("photos.full", { most: MOST_PHOTOS })}</p>
      ) : null}
    </Card>
  );
}

async function Refused({ reason }: { reason: string }) {
  const t = await getTranslations("visits");
  return <FieldErrors id="photo-error" errors={[t(`photos.refused.${reason}` as "photos.refused.none")]} />;
}

async function AddPhotos({ visit, reason }: { visit: string; reason: string | null }) {
  const t = await getTranslations("visits");
  return (
    <form
      action="/api/uploads/visit-photos"
      method="post"
      encType="multipart/form-data"
      className="mt-4 grid max-w-xl gap-2"
    >
      <input type="hidden" name="id" value={visit} />
      <label htmlFor="photo" className="font-semibold">
        {t("photos.choose")}
      </label>
      <p id="photo-hint" className="text-ink-2 text-note">
        {t("photos.hint", { most: MOST_PHOTOS })}
      </p>
      {reason ? <Refused reason={reason} /> : null}
      {/* Files come last, since what follows them is not read. */}
      <input
        id="photo"
        type="file"
        name="photo"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-invalid={reason ? true : undefined}
        aria-describedby={reason ? "photo-error photo-hint" : "photo-hint"}
        className={`${inputClass} py-2`}
      />
      <div>
        <Button type="submit">{t("photos.add")}</Button>
      </div>
    </form>
  );
}
