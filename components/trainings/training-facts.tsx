/** One training as it was written down. */
import { getTranslations } from "next-intl/server";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { TrainingDetail } from "#lib/domains/trainings/queries/get-training.ts";
import { STATED } from "#lib/domains/trainings/training.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function TrainingFacts({ training }: { training: TrainingDetail }) {
  const t = await getTranslations("trainings");
  const f = await getFormats();
  const { fromOn, toOn } = training;
  const stated = STATED.flatMap((key) =>
    training[key] === null ? [] : [t("stated.some", { kind: t(`stated.${key}`), count: training[key] })],
  );
  return (
    <SummaryList
      columns={2}
      items={[
        { label: t("field.mode"), value: t(`mode.${training.mode}`) },
        { label: t("field.level"), value: t(`level.${training.level}`) },
        { label: t("field.audience"), value: t(`audience.${training.audience}`) },
        { label: t("field.topic"), value: t(`topic.${training.topic}`) },
        { label: t("field.days"), value: fromOn === toOn ? fromOn : t("days", { from: fromOn, to: toOn }) },
        { label: t("field.hours"), value: t("hours", { hours: f.decimal(training.hours) }) },
        { label: t("field.place"), value: training.place },
        { label: t("field.organizer"), value: training.organizer ?? <EmptyMark /> },
        { label: t("field.venue"), value: training.venue ?? <EmptyMark /> },
        {
          label: t("field.cost"),
          value: training.costFen === null ? <EmptyMark /> : f.yuan(training.costFen),
        },
        {
          label: t("field.stated"),
          value: stated.length === 0 ? <EmptyMark /> : stated.join(" · "),
        },
        { label: t("field.note"), value: training.note ?? <EmptyMark /> },
      ]}
    />
  );
}
