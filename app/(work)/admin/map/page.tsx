/** The map of the boundaries: what waits to be shown and what is shown, as drawn; a new one is uploaded with its approval number. */

import { getTranslations } from "next-intl/server";
import { FileDrop } from "#components/imports/file-drop.tsx";
import { MapHistory } from "#components/maps/map-history.tsx";
import { MapOnHand } from "#components/maps/map-on-hand.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldErrors } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listMaps } from "#lib/domains/maps/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { close, show } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("maps"))("title") };
}

export default page({
  route: "/admin/map",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "map.edit")) throw refused();
    return { ...(await listMaps(scope, {})), params: toParams(search) };
  },
  refused: () => <PermissionNote />,
  render: async ({ maps, counties, params }) => {
    const t = await getTranslations("maps");
    const problems = await getTranslations("problems");
    const asked = params.get("refused");
    const key = `map.${asked}` as "map.missing";
    const reason =
      asked && problems.has(key) ? problems(key, { names: params.get("names")?.slice(0, 200) ?? "" }) : null;
    const wrongNumber = params.get("field") === "approvalNo" ? reason : null;
    const waiting = maps.find(({ shownAt, closedAt }) => !shownAt && !closedAt);
    const shown = maps.find(({ shownAt, closedAt }) => shownAt && !closedAt);
    const older = maps.filter(({ closedAt }) => closedAt);
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <div className="grid gap-4">
          {waiting ? <MapOnHand map={waiting} counties={counties} show={show} close={close} /> : null}
          {shown ? <MapOnHand map={shown} counties={counties} close={close} /> : null}
          <Card title={t("upload.title")} note={t("upload.note")}>
            <form
              id="upload"
              action="/api/uploads/map"
              method="post"
              encType="multipart/form-data"
              className="grid max-w-2xl gap-4"
            >
              <div>
                <label htmlFor="approvalNo" className="font-semibold">
                  {t("upload.approvalNo")}
                </label>
                <p id="approvalNo-hint" className="text-ink-2 text-note">
                  {t("upload.approvalNoHint")}
                </p>
                <FieldErrors id="approvalNo-error" errors={wrongNumber ? [wrongNumber] : []} />
                <input
                  id="approvalNo"
                  name="approvalNo"
                  maxLength={60}
                  required
                  defaultValue={params.get("approvalNo") ?? undefined}
                  aria-invalid={wrongNumber ? true : undefined}
                  aria-describedby="approvalNo-hint approvalNo-error"
                  className={`mt-1 max-w-xs ${inputClass}`}
                />
              </div>
              <div>
                <label htmlFor="file" className="font-semibold">
                  {t("upload.file")}
                </label>
                <p id="file-hint" className="text-ink-2 text-note">
                  {t("upload.fileHint")}
                </p>
                {/* The file comes last, since what follows it is not read. */}
                <FileDrop
                  id="file"
                  name="file"
                  accept=".geojson,.json"
                  describedBy="file-hint"
                  problem={wrongNumber ? null : reason}
                  words={{ drop: t("upload.drop"), many: t("upload.many"), none: problems("map.noFile") }}
                />
              </div>
              <div>
                <Button type="submit" kind="primary">
                  {t("upload.send")}
                </Button>
              </div>
            </form>
          </Card>
          {older.length > 0 ? (
            <Card flush title={t("history.title")}>
              <MapHistory maps={older} />
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
