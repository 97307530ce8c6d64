/** The parts of the machine: a light in words for each, its facts, and the advice; the whole in one line above. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Light } from "#components/ui/light.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Fact, SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { Judged, Part, Verdict } from "#lib/domains/health/judge.ts";
import type { MachineState } from "#lib/domains/health/queries/machine-state.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { state: MachineState; verdicts: Verdict[] };

export async function HealthCards({ state, verdicts }: Props) {
  const t = await getTranslations("health");
  const facts = await factsOf(state);
  const counted = (judged: Judged) => verdicts.filter((one) => one.state === judged).length;
  const worst = counted("behind") > 0 ? "behind" : counted("watch") > 0 ? "watch" : "ok";
  return (
    <div className="grid gap-4">
      <Notice
        tone={worst}
        title={worst === "ok" ? t("all.ok") : t(`all.${worst}`, { count: counted(worst) })}
      />
      <div className="grid items-start gap-4 desk:grid-cols-2 wide:grid-cols-3">
        {verdicts.map(({ part, state: judged, advice }) => (
          <Card
            key={part}
            title={t(`part.${part}`)}
            action={<Light state={judged} word={t(`light.${judged}`)} />}
          >
            {advice ? <p className="mb-2">{t(`advice.${advice as "noBackup"}`)}</p> : null}
            <SummaryList items={facts[part]} />
          </Card>
        ))}
        <Card title={t("versions.title")}>
          <SummaryList
            items={[
              { label: t("versions.program"), value: state.versions.program },
              { label: t("versions.node"), value: state.versions.node },
              { label: t("versions.postgres"), value: state.database.version },
              {
                label: t("versions.migration"),
                value: <span className="break-all">{state.database.migration}</span>,
              },
              { label: t("versions.certificates"), value: t("versions.byProxy") },
            ]}
          />
        </Card>
        {state.jobs.lately.length > 0 ? <FailedJobs jobs={state.jobs.lately} /> : null}
      </div>
    </div>
  );
}

async function FailedJobs({ jobs }: { jobs: MachineState["jobs"]["lately"] }) {
  const t = await getTranslations("health");
  const f = await getFormats();
  return (
    <Card title={t("failedJobs.title")}>
      <ul className="divide-y divide-line">
        {jobs.map((job) => (
          <li key={`${job.kind} ${job.at}`} className="py-1.5">
            <span className="tabular">{f.dayTime(job.at)}</span> · {job.kind}
            <p className="text-ink-2 text-note">{job.why ?? t("failedJobs.why")}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const size = (bytes: number) => {
  const [unit, by] = bytes >= 1e9 ? (["GB", 1e9] as const) : (["MB", 1e6] as const);
  return `${(bytes / by).toFixed(1)} ${unit}`;
};

async function factsOf(state: MachineState): Promise<Record<Part, Fact[]>> {
  const t = await getTranslations("health");
  const f = await getFormats();
  const { database, jobs, disks, worker, backup } = state;
  const at = (moment: Date | null | undefined, none: ReactNode = <EmptyMark />) =>
    moment ? <span className="tabular">{f.dayTime(moment)}</span> : none;
  const space = (disk: MachineState["disks"]["data"]) =>
    disk ? (
      t("fact.freeOf", {
        free: size(disk.free),
        total: size(disk.total),
        percent: f.percent({ part: disk.free, whole: disk.total }),
      })
    ) : (
      <EmptyMark />
    );
  return {
    database: [
      { label: t("fact.answers"), value: t("light.ok") },
      { label: t("fact.size"), value: size(database.bytes) },
      { label: t("fact.connections"), value: `${database.connections}/${database.mostConnections}` },
      { label: t("fact.longest"), value: t("fact.seconds", { seconds: database.longestSeconds.toFixed(1) }) },
      { label: t("fact.wal"), value: t("fact.notUsed") },
    ],
    jobs: [
      { label: t("fact.waiting"), value: f.number(jobs.waiting) },
      { label: t("fact.running"), value: f.number(jobs.running) },
      { label: t("fact.failed"), value: f.number(jobs.failed) },
      { label: t("fact.oldest"), value: at(jobs.oldest) },
      { label: t("fact.worker"), value: at(worker?.at) },
    ],
    disk: [
      { label: t("fact.data"), value: space(disks.data) },
      { label: t("fact.backups"), value: space(disks.backups) },
    ],
    backup: [
      {
        label: t("fact.lastBackup"),
        value: backup.last ? (
          <>
            {at(backup.last.at)} · {size(backup.last.bytes)}
          </>
        ) : (
          t("fact.none")
        ),
      },
      { label: t("fact.lastVerified"), value: at(backup.verified, t("fact.noneVerified")) },
      { label: t("fact.nightly"), value: backup.nightly ? t("fact.nightlyOn") : t("fact.nightlyOff") },
      ...(backup.base ? [{ label: t("fact.base"), value: at(backup.base) }] : []),
      ...(backup.failed
        ? [{ label: t("fact.lastFailed"), value: at(backup.failed.at), note: backup.failed.why }]
        : []),
    ],
    figures: [
      { label: t("fact.marks"), value: f.number(state.marks) },
      { label: t("fact.folded"), value: at(worker?.foldedAt) },
    ],
    audit: [
      { label: t("fact.sealed"), value: at(state.sealedAt) },
      { label: t("fact.checked"), value: at(state.checkedAt) },
      ...state.found.slice(0, 3).map((found) => ({ label: t("fact.found"), value: found })),
      { label: t("fact.roots"), value: at(state.rootsAt, t("fact.rootsOff")) },
    ],
    clock: [
      {
        label: t("fact.difference"),
        value: t("fact.seconds", { seconds: database.clockSeconds.toFixed(2) }),
      },
    ],
    admission: [
      { label: t("fact.turnedAway"), value: t("fact.count", { count: state.turnedAway }) },
      { label: t("fact.since"), value: at(state.startedAt) },
    ],
    errors: [
      { label: t("fact.errors"), value: t("fact.count", { count: state.errors }) },
      { label: t("fact.since"), value: at(state.startedAt) },
    ],
  };
}
