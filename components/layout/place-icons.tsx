/** The drawing of each place in the navigation. */

import type { ReactNode } from "react";
import type { PlaceKey } from "#components/layout/navigation.ts";
import {
  AccountIcon,
  BoardIcon,
  BookIcon,
  CalendarIcon,
  ChainIcon,
  CockpitIcon,
  DivisionIcon,
  ExportIcon,
  HouseholdIcon,
  ImportIcon,
  InboxIcon,
  LineIcon,
  MembersIcon,
  OrgIcon,
  PairingIcon,
  PersonIcon,
  PlusIcon,
  PulseIcon,
  SlidersIcon,
  TalentIcon,
  TeamIcon,
  TodayIcon,
  TrailIcon,
  VisitIcon,
} from "#components/ui/icons.tsx";

const look = { className: "size-5" };

export const placeIcons: Record<PlaceKey, ReactNode> = {
  cockpit: <CockpitIcon {...look} />,
  today: <TodayIcon {...look} />,
  inbox: <InboxIcon {...look} />,
  households: <HouseholdIcon {...look} />,
  visits: <VisitIcon {...look} />,
  newVisit: <PlusIcon {...look} />,
  pairings: <PairingIcon {...look} />,
  orgs: <OrgIcon {...look} />,
  trainings: <BoardIcon {...look} />,
  industry: <ChainIcon {...look} />,
  members: <MembersIcon {...look} />,
  cadres: <TeamIcon {...look} />,
  talent: <TalentIcon {...look} />,
  divisions: <DivisionIcon {...look} />,
  imports: <ImportIcon {...look} />,
  exports: <ExportIcon {...look} />,
  accounts: <AccountIcon {...look} />,
  audit: <TrailIcon {...look} />,
  health: <PulseIcon {...look} />,
  dictionaries: <BookIcon {...look} />,
  holidays: <CalendarIcon {...look} />,
  lines: <LineIcon {...look} />,
  settings: <SlidersIcon {...look} />,
  me: <PersonIcon {...look} />,
};
