/** The few line drawings of the kit itself; pages take theirs from lucide. */

type Props = { className?: string };

function Icon({ className = "size-4", d }: Props & { d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`shrink-0 ${className}`} fill="none">
      <path d={d} stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export const CheckIcon = (props: Props) => <Icon {...props} d="m5 12.5 4.5 4.5L19 7" />;
export const ChevronIcon = (props: Props) => <Icon {...props} d="m9 5 7 7-7 7" />;
export const BackIcon = (props: Props) => <Icon {...props} d="m15 5-7 7 7 7" />;
export const DownIcon = (props: Props) => <Icon {...props} d="m6 9 6 6 6-6" />;
export const CloseIcon = (props: Props) => <Icon {...props} d="M6 6l12 12M18 6 6 18" />;
export const SearchIcon = (props: Props) => (
  <Icon {...props} d="M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5.2 12.2L21 21" />
);
export const CalendarIcon = (props: Props) => (
  <Icon {...props} d="M4 6.5h16V20H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4" />
);
export const InfoIcon = (props: Props) => (
  <Icon {...props} d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5.5M12 7.4v.1" />
);

export const CockpitIcon = (props: Props) => (
  <Icon {...props} d="M4 4h7v9H4zM4 16.5h7V20H4zM14 4h6v4h-6zM14 11.5h6V20h-6z" />
);
export const TrailIcon = (props: Props) => (
  <Icon {...props} d="M6 3.5h9l4 4V20.5H6zM9 9h4M9 12.5h6.5M9 16h6.5" />
);
export const PulseIcon = (props: Props) => <Icon {...props} d="M3.5 12.5h4l2.5-6 4 11 2.5-5h4" />;
export const SyncIcon = (props: Props) => (
  <Icon
    {...props}
    d="M19.5 9.5a8 8 0 0 0-14.2-2.4L3.5 9M3.5 4.5V9H8M4.5 14.5a8 8 0 0 0 14.2 2.4l1.8-1.9M20.5 19.5V15H16"
  />
);
export const TodayIcon = (props: Props) => (
  <Icon {...props} d="M4 5.5h2M4 12h2M4 18.5h2M9.5 5.5H20M9.5 12H20M9.5 18.5H20" />
);
export const HouseholdIcon = (props: Props) => (
  <Icon {...props} d="M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5V14h4v5.5" />
);
export const VisitIcon = (props: Props) => (
  <Icon
    {...props}
    d="M12 21c4-4.4 6.5-7.6 6.5-11a6.5 6.5 0 1 0-13 0c0 3.4 2.5 6.6 6.5 11ZM12 7.6a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z"
  />
);
export const PairingIcon = (props: Props) => (
  <Icon
    {...props}
    d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2"
  />
);
export const OrgIcon = (props: Props) => (
  <Icon {...props} d="M9 3.5h6V8H9zM3.5 16h5v4.5h-5zM15.5 16h5v4.5h-5zM12 8v4M6 16v-4h12v4" />
);
export const BoardIcon = (props: Props) => (
  <Icon {...props} d="M4 4.5h16V15H4zM8 8.5h8M8 11.5h5M12 15v2.5M8.5 20.5l3.5-3 3.5 3" />
);
export const ChainIcon = (props: Props) => (
  <Icon {...props} d="M3.5 20V10l5 3v-3l5 3V4.5h3V13l4-3v10zM8 16.5h2M13 16.5h2" />
);
export const MembersIcon = (props: Props) => (
  <Icon
    {...props}
    d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c.4-4 2.9-6 6.5-6s6.1 2 6.5 6M16 4.8a3.4 3.4 0 0 1 0 6.4M18 14.4c2 .8 3.2 2.7 3.5 5.6"
  />
);
export const TalentIcon = (props: Props) => (
  <Icon {...props} d="m12 3.5 2.4 5 5.6.8-4 3.9.9 5.5L12 16.1l-4.9 2.6.9-5.5-4-3.9 5.6-.8z" />
);
export const DivisionIcon = (props: Props) => (
  <Icon {...props} d="M3.5 6.5 9 4l6 2.5L20.5 4v13.5L15 20l-6-2.5L3.5 20zM9 4v13.5M15 6.5V20" />
);
export const ImportIcon = (props: Props) => (
  <Icon {...props} d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4 15.5V20h16v-4.5" />
);
export const InboxIcon = (props: Props) => (
  <Icon {...props} d="M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20" />
);
export const SlidersIcon = (props: Props) => (
  <Icon {...props} d="M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M11 14.5v5" />
);
export const MeasureIcon = (props: Props) => (
  <Icon
    {...props}
    d="M12 20s-7.5-4.4-7.5-10A4.2 4.2 0 0 1 12 7.5 4.2 4.2 0 0 1 19.5 10c0 5.6-7.5 10-7.5 10ZM12 10.5v5M9.5 13h5"
  />
);
export const CheckListIcon = (props: Props) => (
  <Icon
    {...props}
    d="M10.5 6H20M10.5 12H20M10.5 18H20M3.5 6l1.5 1.5L8 4.5M3.5 12l1.5 1.5L8 10.5M3.5 18l1.5 1.5L8 16.5"
  />
);
export const LineIcon = (props: Props) => (
  <Icon {...props} d="M4 14h16M5 19v-3M9.5 19V9M14 19v-6M18.5 19V5" />
);
export const BookIcon = (props: Props) => (
  <Icon
    {...props}
    d="M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5ZM12 6.5v13"
  />
);
export const ExportIcon = (props: Props) => (
  <Icon {...props} d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4 15.5V20h16v-4.5" />
);
export const AccountIcon = (props: Props) => (
  <Icon
    {...props}
    d="M9.5 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM3 20c.400-3.3 3-5.5 6.5-5.5 1 0 2 .200 2.8.500M17.5 14v6M14.5 17h6"
  />
);
export const PersonIcon = (props: Props) => (
  <Icon {...props} d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.500-3.5 3.5-6 7.5-6s7 2.5 7.5 6" />
);
export const TeamIcon = (props: Props) => (
  <Icon
    {...props}
    d="M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 19.5c.5-3 3-5 6.5-5s6 2 6.5 5M15.5 5.5a3.25 3.25 0 0 1 0 6M17.5 14.5c2.2.6 3.6 2.3 4 5"
  />
);
export const PlusIcon = (props: Props) => <Icon {...props} d="M12 5v14M5 12h14" />;
export const FoldIcon = (props: Props) => (
  <Icon {...props} d="M4 4.5h16v15H4zM9.5 4.5v15M16 9.5 13.5 12l2.5 2.5" />
);
export const PinIcon = (props: Props) => (
  <Icon
    {...props}
    d="M12 21c-4-4.5-6.5-7.5-6.5-11a6.5 6.5 0 0 1 13 0c0 3.5-2.5 6.5-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
  />
);
