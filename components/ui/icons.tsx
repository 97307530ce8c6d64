/** The few line drawings of the kit itself; pages take theirs from lucide. */

type Props = { className?: string };

function Icon({ className = "size-4", d }: Props & { d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`inline-block shrink-0 ${className}`} fill="none">
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
