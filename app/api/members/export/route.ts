/** The list of members as a workbook: exactly what is seen (day, place, conditions), all pages of it, with a sheet that says so. */
import { getLocale, getTranslations } from "next-intl/server";
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { countRows, startExport } from "#lib/domains/exports/commands/start-export.ts";
import { codeName, EDUCATIONS, MEMBER_GROUPS } from "#lib/domains/households/codes.ts";
import { exportMembers } from "#lib/domains/members/commands/export.ts";
import { MemberFilter, memberFilterOf } from "#lib/domains/members/input.ts";
import { allMembers, type MemberRow, rosterDay } from "#lib/domains/members/queries/list-members.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { today } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { route } from "#lib/platform/route.ts";
import { streamedWorkbook } from "../../streamed-workbook.ts";

export const GET = route({
  name: "GET /api/members/export",
  run: async (session, request) => {
    const params = new URL(request.url).searchParams;
    const t = await getTranslations("members");
    const common = await getTranslations("common");
    const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
    const f = await getFormats();
    const filter = MemberFilter.parse(memberFilterOf(params));
    // The audit keeps which conditions, not the name that was typed, nor anything else that an address may carry.
    const told = [...params]
      .filter(([name]) => name === "u" || name === "on" || name.startsWith("f."))
      .map((pair) => pair.join("="));
    const note = told.join("&").slice(0, 500);
    const { unit, total } = await exportMembers(session, { ...filter, note });
    const { id } = await startExport(session, { what: "members", divisionId: unit.id, conditions: note });
    const columns: [label: string, of: (row: MemberRow) => string | number | null][] = [
      [t("list.name"), ({ name }) => name],
      [t("list.kind"), ({ kind }) => t(`kind.${kind}`)],
      [t("page.sex"), ({ sex }) => sex && t(`sex.${sex}`)],
      [t("filter.age"), ({ age }) => age],
      [t("list.org"), ({ orgName }) => orgName],
      [t("list.group"), ({ memberGroup }) => codeName(MEMBER_GROUPS, memberGroup, locale)],
      [t("list.education"), ({ education }) => codeName(EDUCATIONS, education, locale)],
      [t("list.joined"), ({ joinedOn }) => joinedOn],
      [t("page.full"), ({ fullOn }) => fullOn],
      [t("list.post"), ({ partyPost }) => partyPost],
      [t("list.duty"), ({ duty }) => duty],
      [t("list.marks"), ({ flags }) => flags.map((flag) => t(`flag.${flag}`)).join("、") || null],
      [t("form.whereTo"), ({ whereTo }) => whereTo],
    ];
    return streamedWorkbook(session, async (stream) => {
      const place = await listPlace(stream, filter.unit);
      const watermark = t("file.watermark", { name: stream.viewer.name, time: f.dayTime(new Date()) });
      let count = 0;
      async function* rows() {
        for await (const row of stream.rows<MemberRow>(allMembers(stream, place, filter))) {
          count++;
          yield columns.map(([, of]) => of(row));
        }
      }
      return {
        plainName: `members-${today()}.xlsx`,
        name: `${t("title")}-${unit.name}-${today()}.xlsx`,
        finished: () => countRows(session, { id, rows: count }),
        sheets: [
          { name: t("file.sheet"), watermark, columns: columns.map(([label]) => ({ label })), rows: rows() },
          {
            name: t("file.about"),
            columns: [{ label: t("file.what") }, { label: t("file.value"), width: 60 }],
            rows: [
              [t("file.unit"), unit.name],
              [t("file.day"), rosterDay(filter, today())],
              [t("file.filters"), note || common("none")],
              [t("file.rows"), total],
              [t("file.by"), stream.viewer.name],
              [t("file.at"), f.dayTime(new Date())],
              ...(env.DEMO ? [[common("demo.tag"), common("demo.banner")]] : []),
            ],
          },
        ],
      };
    });
  },
});
