/** What people ask most, in steps: first what one's own work needs, all of it there without a network too. */
import { getTranslations } from "next-intl/server";

/** On the way, with the phone; and at the desk. */
export const FIELD_TOPICS = ["start", "valley", "visit", "need", "training", "sync", "lost"] as const;
export const DESK_TOPICS = ["numbers", "find", "import", "waiting"] as const;
type Topic = (typeof FIELD_TOPICS)[number] | (typeof DESK_TOPICS)[number];

const STEPS = ["one", "two", "three", "four"] as const;

export async function HelpTopics({ topics, open }: { topics: readonly Topic[]; open?: boolean }) {
  const t = await getTranslations("help");
  return (
    <div className="divide-y divide-line rounded-card border border-line bg-card">
      {topics.map((topic, at) => (
        <details key={topic} id={topic} open={open && at === 0}>
          <summary className="flex min-h-touch cursor-pointer items-center px-4 py-2 font-semibold text-h3">
            {t(`topic.${topic}.title`)}
          </summary>
          <ol className="grid list-decimal gap-1 px-4 pb-4 pl-9">
            {STEPS.map((step) => (
              <li key={step}>{t(`topic.${topic}.${step}`)}</li>
            ))}
          </ol>
        </details>
      ))}
    </div>
  );
}

/** Whom to ask when this does not help. */
export async function HelpFrom() {
  const t = await getTranslations("help");
  return (
    <section>
      <h2 className="mb-2 text-h2">{t("whom")}</h2>
      <p>{t("whomNote")}</p>
      <p className="mt-2 text-ink-2">{t("say")}</p>
    </section>
  );
}
