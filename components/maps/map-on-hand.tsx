/** A map that is shown or waits, as it is drawn: its approval number, where it came from, what of the file was left out, and what can be done. */

import { getTranslations } from "next-intl/server";
import { BoundaryDrawing } from "#components/maps/boundary-drawing.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { shortPlace } from "#lib/base/names.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { KeptMap } from "#lib/domains/maps/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props<T, U> = {
  map: KeptMap;
  counties: readonly { id: number; name: string }[];
  /** Given where the map waits. */
  show?: FormAction<T>;
  close: FormAction<U>;
};

export async function MapOnHand<T, U>({ map, counties, show, close }: Props<T, U>) {
  const t = await getTranslations("maps");
  const f = await getFormats();
  const title = t(show ? "waiting.title" : "shown.title");
  const from = {
    file: map.fileName,
    kilobytes: Math.ceil(map.fileBytes / 1024),
    who: map.accountName,
    when: f.dayTime(map.createdAt),
  };
  return (
    <Card title={title} note={t("from", from)}>
      {map.drawing ? (
        <div className="max-w-xl">
          <BoundaryDrawing
            title={title}
            drawing={map.drawing}
            approvalNo={map.approvalNo}
            parts={counties.map(({ id, name }) => ({ divisionId: id, name: shortPlace(name) }))}
          />
        </div>
      ) : null}
      <p className="mt-2">{t("matched", { count: map.drawing?.shapes.length ?? 0 })}</p>
      {map.leftOut.length > 0 ? (
        <p className="mt-1 text-ink-2">{t("leftOut", { names: map.leftOut.join(t("between")) })}</p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {show ? (
          <Form action={show} buttonOnly>
            <input type="hidden" name="id" value={map.id} />
            <SubmitButton>{t("waiting.show")}</SubmitButton>
          </Form>
        ) : null}
        <Form action={close} buttonOnly>
          <input type="hidden" name="id" value={map.id} />
          <SubmitButton kind="secondary">{t(show ? "waiting.drop" : "shown.close")}</SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
