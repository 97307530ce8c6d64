"use client";

/** The empty shell that the browser keeps: with no network it shows, at the address one asked for, what the phone itself holds. */

import { type ReactNode, useEffect, useState } from "react";
import { fill } from "#components/ui/words.tsx";
import type { FirstSync, KeptHousehold } from "#lib/domains/sync/queries/first-sync.ts";
import { about, deviceAllows } from "./about-phone.ts";
import { DeskPages, isDesk } from "./desk-pages.tsx";
import { FieldChip } from "./field-chip.tsx";
import { type FieldWords, FieldWordsProvider } from "./field-words.tsx";
import { HouseholdChoice } from "./household-choice.tsx";
import { KeptHouseholdCard } from "./kept-household.tsx";
import { NeedList, OneThing } from "./kept-things.tsx";
import { KeptToday } from "./kept-today.tsx";
import { KeptVisits } from "./kept-visits.tsx";
import { LockScreen } from "./lock-screen.tsx";
import { NeedsNetwork } from "./needs-network.tsx";
import { OfflineHousehold } from "./offline-household.ts";
import { OfflinePage } from "./offline-page.tsx";
import { OfflineTabs, type TabIcons } from "./offline-tabs.tsx";
import { OfflineThing } from "./offline-thing.ts";
import { wearLook } from "./page-look.ts";
import { registryOf } from "./registry.ts";
import { SyncCentre } from "./sync-centre.tsx";
import { timeOf, usePhone } from "./use-phone.ts";
import { VillageChoice } from "./village-choice.tsx";

type Props = {
  words: FieldWords;
  product: string;
  /** The form of a visit as the server makes it, for a household of one's own and for another. */
  form: ReactNode;
  formForOthers: ReactNode;
  /** What of a family changed, without a visit. */
  facts: ReactNode;
  /** What a family asks for, without a visit. */
  need: ReactNode;
  /** One visit and one need of those that are kept. */
  visitPage: ReactNode;
  needPage: ReactNode;
  /** The trainings of one's own place, and one of them. */
  trainings: ReactNode;
  /** Myself: how I read, and this phone. */
  me: ReactNode;
  /** The steps of the work in the field. */
  help: ReactNode;
  /** What families ask for, by code. */
  categories: Readonly<Record<string, string>>;
  icons: TabIcons;
};

export function OfflineApp({ words, product, icons, ...faces }: Props) {
  const [place, setPlace] = useState<URL | null>(null);
  useEffect(() => {
    const asked = new URL(location.href);
    if (asked.pathname === "/") asked.pathname = "/today";
    setPlace(asked);
    wearLook(undefined);
    if (deviceAllows()) void about().then((phone) => wearLook(phone?.look));
  }, []);
  return (
    <FieldWordsProvider words={words}>
      <header className="sticky top-[3px] z-20 flex h-12 items-center gap-3 border-line border-b bg-card px-3">
        <a
          href="/today"
          className="flex min-h-11 min-w-0 grow items-center font-semibold text-h3 text-ink no-underline"
        >
          <span className="truncate">{product}</span>
        </a>
        <a
          href="/me"
          className="inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center px-2 text-note"
        >
          {words.me.title}
        </a>
        <FieldChip
          account={null}
          words={words.chip}
          lockWords={words.lock}
          worker={false}
          Lock={LockScreen}
        />
      </header>
      <main id="content" className="gutter mx-auto w-full min-w-0 max-w-[90rem] grow pb-24">
        {place ? <Face {...{ place, words, ...faces }} /> : null}
      </main>
      <OfflineTabs at={place?.pathname} icons={icons} />
    </FieldWordsProvider>
  );
}

type FaceProps = Omit<Props, "product" | "icons"> & { place: URL };

function Face({ place, words, categories, ...faces }: FaceProps) {
  const { form, formForOthers, facts, need, visitPage, needPage, trainings, me, help } = faces;
  const { account, ready, kept, locked } = usePhone();
  const at = kept?.at ?? null;
  const [registry, setRegistry] = useState<FirstSync | null | undefined>(undefined);
  useEffect(() => {
    if (!ready || locked) return;
    if (account === null || at === null) return setRegistry(null);
    void registryOf(account).then(setRegistry, () => setRegistry(null));
  }, [ready, locked, account, at]);
  const title = titleOf(place, words);
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (place.pathname === "/sync")
    return (
      <OfflinePage title={words.centre.title}>
        <SyncCentre leaving={place.searchParams.has("out")} />
      </OfflinePage>
    );
  if (place.pathname === "/me") return me;
  if (place.pathname === "/help") return <OfflinePage title={words.offline.help}>{help}</OfflinePage>;
  if (registry === undefined) return null;
  if (!registry)
    return (
      <OfflinePage title={words.offline.title}>
        <p>{words.offline.nothing}</p>
      </OfflinePage>
    );
  if (place.pathname === "/today")
    return (
      <KeptToday registry={registry} kept={place.searchParams.has("kept")} at={at} categories={categories} />
    );
  const updated = at ? fill(words.today.updated, { when: timeOf(at) }) : undefined;
  if (place.pathname === "/households")
    return (
      <OfflinePage title={words.nav.households} note={updated}>
        <HouseholdChoice households={registry.households} href={(one) => hrefAt(place, one)} />
      </OfflinePage>
    );
  if (place.pathname === "/visits")
    return (
      <OfflinePage title={words.nav.visits} note={words.lists.visitsNote}>
        <KeptVisits registry={registry} />
      </OfflinePage>
    );
  if (isDesk(place)) return <DeskPages place={place} registry={registry} />;
  if (place.pathname === "/needs")
    return (
      <OfflinePage title={words.needPage.list} note={updated}>
        <NeedList registry={registry} categories={categories} />
      </OfflinePage>
    );
  const training = TRAININGS.exec(place.pathname);
  if (training) return <OfflineThing value={{ id: training[1] ?? "", registry }}>{trainings}</OfflineThing>;
  const [, kind, thing = ""] = ONE_THING.exec(place.pathname) ?? [];
  if (kind)
    return (
      <OneThing {...{ registry, words, id: thing, ofVisits: kind === "visits" }}>
        {kind === "visits" ? visitPage : needPage}
      </OneThing>
    );
  const id = idOf(place);
  const household = id ? registry.households.find((one) => one.id === id) : undefined;
  if (id && !household)
    return (
      <OfflinePage title={words.offline.title}>
        <p>{words.offline.notKept}</p>
        <HouseholdChoice households={registry.households} href={(one) => hrefAt(place, one)} />
      </OfflinePage>
    );
  if (place.pathname === "/visits/new")
    return household ? (
      <OfflinePage
        title={fill(words.visit.title, { name: household.head })}
        back={{ href: `/households/${household.id}`, text: fill(words.row.of, { name: household.head }) }}
        note={household.mine ? undefined : words.visit.notMine}
      >
        <OfflineHousehold value={known(household, registry)}>
          {household.mine ? form : formForOthers}
        </OfflineHousehold>
      </OfflinePage>
    ) : (
      <OfflinePage title={words.visit.whom}>
        <HouseholdChoice households={registry.households} href={(one) => hrefAt(place, one)} />
      </OfflinePage>
    );
  const village = registry.villages?.find((one) => String(one.id) === place.searchParams.get("village"));
  if (place.pathname === "/needs/new" && village)
    return (
      <OfflinePage
        title={fill(words.need.ofVillage, { name: village.name })}
        back={{ href: "/needs", text: words.needPage.list }}
      >
        <OfflineHousehold value={ofVillage(village, registry)}>{need}</OfflineHousehold>
      </OfflinePage>
    );
  if (place.pathname === "/needs/new")
    return household ? (
      <OfflinePage
        title={fill(words.need.title, { name: household.head })}
        back={{ href: `/households/${household.id}`, text: fill(words.row.of, { name: household.head }) }}
      >
        <OfflineHousehold value={known(household, registry)}>{need}</OfflineHousehold>
      </OfflinePage>
    ) : (
      <OfflinePage title={words.need.whom}>
        <VillageChoice villages={registry.villages ?? []} />
        <HouseholdChoice households={registry.households} href={(one) => hrefAt(place, one)} />
      </OfflinePage>
    );
  if (household)
    return (
      <OfflineHousehold value={known(household, registry)}>
        <KeptHouseholdCard {...{ household, registry, at, facts, categories }} />
      </OfflineHousehold>
    );
  return (
    <OfflinePage title={words.offline.title}>
      <NeedsNetwork text={words.offline.needsNetwork} />
    </OfflinePage>
  );
}

const known = ({ id, head, facts, members }: KeptHousehold, { lateDays }: FirstSync) => ({
  ...{ id, head, lateDays },
  family: { facts, members },
});

const ofVillage = ({ id, name }: { id: number; name: string }, { lateDays }: FirstSync) => ({
  ...{ id: "", head: name, lateDays, village: id },
  family: { facts: {}, members: [] },
});

const ONE_THING = /^\/(visits|needs)\/([0-9a-f-]{36})$/;
const TRAININGS = /^\/trainings(?:\/([0-9a-f-]{36}))?$/;
const HOUSEHOLD = /^\/households\/([0-9a-f-]{36})$/;

/** Forms that are about one household, named behind the question mark. */
const ABOUT_ONE = ["/visits/new", "/needs/new"];

const idOf = ({ pathname, searchParams }: URL) =>
  ABOUT_ONE.includes(pathname) ? searchParams.get("household") : (HOUSEHOLD.exec(pathname)?.[1] ?? null);

const hrefAt = ({ pathname }: URL, { id }: KeptHousehold) =>
  ABOUT_ONE.includes(pathname) ? `${pathname}?household=${id}` : `/households/${id}`;

const titleOf = (
  { pathname }: URL,
  { nav, centre, visit, need, needPage, visitPage, desk, training, me, offline }: FieldWords,
) =>
  (pathname.startsWith("/visits/") && pathname !== "/visits/new" ? visitPage.title : undefined) ??
  (pathname.startsWith("/needs/") && pathname !== "/needs/new" ? needPage.title : undefined) ??
  (pathname.startsWith("/trainings/") ? training.title : undefined) ??
  {
    "/today": nav.today,
    "/households": nav.households,
    "/visits": nav.visits,
    "/needs": needPage.list,
    "/sync": centre.title,
    "/visits/new": visit.record,
    "/needs/new": need.raise,
    "/trainings": training.title,
    "/me": me.title,
    "/help": offline.help,
    "/service-desk": desk.title,
    "/service-desk/new": desk.accept,
  }[pathname] ??
  offline.title;
