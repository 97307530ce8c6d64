/** One team, for the member on the phone and for the desk: his day, the members, the month, leave, spot checks and the diary. */
import { getTranslations } from "next-intl/server";
import { DeskForms } from "#components/teams/desk-forms.tsx";
import { LeaveCard } from "#components/teams/leave-card.tsx";
import { MemberTable } from "#components/teams/member-table.tsx";
import { MonthSheet } from "#components/teams/month-sheet.tsx";
import { OwnDay } from "#components/teams/own-day.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { type Period, step } from "#lib/base/period.ts";
import type { TeamView } from "#lib/domains/resident-teams/queries/show.ts";

type Done = FormAction<{ id: string }>;
type InMonth = FormAction<{ id: string; month: string }>;
export type TeamDeeds = Record<"leave" | "diary" | "decide" | "withdraw", Done> &
  Record<"day" | "deskDay" | "check", InMonth>;
type Props = { view: TeamView; today: string; path: string; saved: unknown; deeds: TeamDeeds };

const SAVED = [
  "founded",
  "corrected",
  "ended",
  "joined",
  "member",
  "left",
  "day",
  "deskDay",
  "leave",
  "withdrawn",
  "decided",
  "diary",
  "check",
] as const;

export async function TeamBody({ view, today, path, saved: asked, deeds }: Props) {
  const t = await getTranslations("teams");
  const saved = SAVED.find((one) => one === asked);
  const own = view.members.find((one) => one.own && one.toOn === null);
  const earlier = step(view.month, -1);
  const later: Period = step(view.month, 1);
  return (
    <>
      {saved ? (
        <div className="mb-3" role="status">
          <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
        </div>
      ) : null}
      <div className="grid grid-cols-1 gap-4">
        {own && view.team.toOn === null ? <OwnDay view={view} own={own} today={today} save={deeds} /> : null}
        <MemberTable view={view} />
        <MonthSheet
          view={view}
          path={path}
          earlier={earlier >= view.team.fromOn.slice(0, 7) ? earlier : null}
          later={later <= view.newest ? later : null}
        />
        {view.mayKeep ? (
          <DeskForms view={view} today={today} day={deeds.deskDay} check={deeds.check} />
        ) : null}
        <LeaveCard view={view} today={today} decide={deeds.decide} withdraw={deeds.withdraw} />
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Card title={t("check.title")} id="checks">
            {view.checks.length === 0 ? <p className="text-ink-2">{t("check.none")}</p> : null}
            <ul className="divide-y divide-line">
              {view.checks.map((one) => (
                <li key={one.id} className="py-1.5">
                  <span className={one.result === "ABSENT" ? "text-behind" : ""}>
                    {[one.checkedOn, one.name, t(`result.${one.result}`)].join(" ")}
                  </span>
                  <span className="block text-ink-2 text-note">
                    {[one.words, one.by].filter(Boolean).join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("diary.title")} id="diary">
            {view.diary.length === 0 ? <p className="text-ink-2">{t("diary.none")}</p> : null}
            <ul className="divide-y divide-line">
              {view.diary.map((one) => (
                <li key={one.id} className="py-1.5">
                  <span className="text-ink-2 text-note">{[one.day, one.name].join(" ")}</span>
                  <p className="whitespace-pre-line break-words">{one.words}</p>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  );
}
