/** The empty shell that a phone keeps for the time without a network. It holds words and forms, and nothing of anybody. */

import { getMessages, getTranslations } from "next-intl/server";
import { FactForm } from "#components/field/fact-form.tsx";
import { KeptMe } from "#components/field/kept-me.tsx";
import { KeptNeed } from "#components/field/kept-need.tsx";
import { KeptTrainings } from "#components/field/kept-trainings.tsx";
import { KeptVisit } from "#components/field/kept-visit.tsx";
import { NeedForm } from "#components/field/need-form.tsx";
import { OfflineApp } from "#components/field/offline-app.tsx";
import type { TabIcons } from "#components/field/offline-tabs.tsx";
import { FIELD_TOPICS, HelpFrom, HelpTopics } from "#components/help/topics.tsx";
import { placeIcons } from "#components/layout/place-icons.tsx";
import { categoryNames } from "#components/measures/names.ts";
import { HeardFields } from "#components/needs/heard-fields.tsx";
import { SyncIcon } from "#components/ui/icons.tsx";
import { askedFacts, factWords } from "#components/visits/asked-facts.ts";
import { VisitForm } from "#components/visits/visit-form.tsx";
import { densities, textSizes, themes } from "#lib/base/preferences.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { needCategories } from "#lib/domains/needs/categories.ts";
import { URGENCIES, VERDICTS } from "#lib/domains/needs/need.ts";
import { today } from "#lib/platform/clock.ts";
import { publicPage } from "#lib/platform/page.ts";
import { reading } from "#lib/platform/scope.ts";
import { currentSession } from "#lib/platform/session.ts";
import { saveVisit } from "../../(work)/visits/actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("field"))("offline.title") };
}

const NOBODY = { id: "", headName: "", divisionId: 0, place: "", groupName: null, lateDays: 7 };

const ICONS: TabIcons = {
  today: placeIcons.today,
  households: placeIcons.households,
  visit: placeIcons.newVisit,
  visits: placeIcons.visits,
  sync: <SyncIcon className="size-5" />,
};

export default publicPage({
  route: "/offline",
  // The list of the office, for whoever is signed in while the shell is kept; it is about nobody.
  load: async () => {
    const session = await currentSession();
    return session ? reading(session, ({ sql }) => needCategories(sql)).catch(() => []) : [];
  },
  render: async (categories) => {
    const { field, common } = await getMessages();
    const form = (mine: boolean) => (
      <VisitForm
        id=""
        household={{ ...NOBODY, mine }}
        today={today()}
        save={saveVisit}
        need={<HeardFields id="" categories={categories} today={today()} />}
      />
    );
    const names = await categoryMap(categories);
    const facts = <FactForm asked={await askedFacts()} words={await factFormWords()} />;
    return (
      <div className="flex min-h-[calc(100dvh-3px)] flex-col">
        <OfflineApp
          words={field}
          product={common.product}
          form={form(true)}
          formForOthers={form(false)}
          icons={ICONS}
          facts={facts}
          need={await needForm(categories)}
          visitPage={await visitPage(names)}
          needPage={await needPage(names)}
          trainings={await trainingPages()}
          me={await mePage()}
          help={<FieldHelp />}
          categories={names}
        />
      </div>
    );
  },
});

async function needForm(categories: readonly Entry[]) {
  const t = await getTranslations("needs");
  const field = await getTranslations("field");
  const { options } = await categoryNames(categories);
  const words = {
    ...{ category: t("category"), urgency: t("urgencyLabel"), words: t("words"), save: t("new.save") },
    ...{ choose: field("facts.choose"), noSpace: field("form.noSpace") },
    ...{ sentMeanwhile: field("need.sentMeanwhile"), mending: field("need.mending") },
    ...{ title: field.raw("need.title"), ofVillage: field.raw("need.ofVillage") },
  };
  const urgencies = URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }));
  return <NeedForm categories={options(today())} urgencies={urgencies} words={words} />;
}

/** Also of what is no longer offered: a need keeps its word. */
async function categoryMap(categories: readonly Entry[]): Promise<Record<string, string>> {
  const { name } = await categoryNames(categories);
  return Object.fromEntries(categories.map(({ code }) => [code, name(code)]));
}

async function visitPage(categories: Record<string, string>) {
  const t = await getTranslations("visits");
  const field = await getTranslations("field");
  const needs = await getTranslations("needs");
  const problems = await getTranslations("problems");
  const { kind, metWith, topic } = (await getMessages()).visits;
  const words = {
    ...{ day: t("column.day"), by: t("column.visitors"), kind: t("column.kind"), metWith: t("form.metWith") },
    ...{ situation: t("column.situation"), topics: t("column.topics"), note: t("form.note") },
    ...{ standIn: t("standIn"), photos: t("photos.title"), needs: needs("onVisit"), comma: t("comma") },
    ...{ kinds: kind, people: metWith, talked: topic, categories },
    addition: {
      ...{ title: t("additions.title"), words: t("additions.words"), hint: t("additions.hint") },
      ...{
        save: t("additions.save"),
        needed: problems("visit.additionWords"),
        noSpace: field("form.noSpace"),
      },
    },
  };
  return <KeptVisit words={words} />;
}

async function needPage(categories: Record<string, string>) {
  const t = await getTranslations("needs");
  const field = await getTranslations("field");
  const words = {
    ...{ category: t("category"), urgency: t("urgencyLabel"), words: t("words"), raisedOn: t("raisedOn") },
    ...{
      state: t("stateLabel"),
      handler: t("handler"),
      due: t("due"),
      result: t("result"),
      doneOn: t("doneOn"),
    },
    categories,
    urgencies: Object.fromEntries(URGENCIES.map((one) => [one, t(`urgency.${one}`)])),
    form: {
      ...{ note: t("form.judgeNote"), label: t("verdictLabel"), words: t("form.judgeWords") },
      ...{ save: t("form.save"), choose: field("facts.choose"), noSpace: field("form.noSpace") },
      verdicts: VERDICTS.map((value) => ({ value, label: t(`verdict.${value}`) })),
    },
  };
  return <KeptNeed words={words} />;
}

async function trainingPages() {
  const t = await getTranslations("trainings");
  const { mode, audience, topic } = (await getMessages()).trainings;
  const words = {
    ...{ days: t("field.days"), venue: t("field.venue"), mode: t("field.mode"), topic: t("field.topic") },
    ...{ hours: t("field.hours"), audience: t("field.audience") },
    ...{ modes: mode, audiences: audience, topics: topic },
  };
  return <KeptTrainings words={words} />;
}

const FieldHelp = () => (
  <div className="grid max-w-2xl gap-6">
    <HelpTopics topics={FIELD_TOPICS} open />
    <HelpFrom />
  </div>
);

/** The language cannot be changed without the server. */
async function mePage() {
  const t = await getTranslations("me");
  const shared = await getTranslations("navigation");
  const words = {
    ...{ title: t("reading"), save: t("save") },
    textSize: {
      label: t("textSize"),
      options: textSizes.map((value) => ({ value, label: shared(`textSize.${value}`) })),
    },
    theme: {
      label: t("theme"),
      options: themes.map((value) => ({ value, label: shared(`theme.${value}`) })),
    },
    density: {
      label: t("density"),
      options: densities.map((value) => ({ value, label: t(`densities.${value}`) })),
    },
    colorSafe: {
      label: t("colorSafe"),
      options: [
        { value: "0", label: t("colorSafeOff") },
        { value: "1", label: t("colorSafeOn") },
      ],
    },
  };
  return <KeptMe words={words} />;
}

async function factFormWords() {
  const t = await getTranslations("field");
  const common = await getTranslations("common");
  return {
    ...(await factWords()),
    changed: t("facts.changed"),
    save: common("save"),
    kept: t("today.kept"),
    nothing: t("facts.nothing"),
    choose: t("facts.choose"),
    noSpace: t("form.noSpace"),
  };
}
