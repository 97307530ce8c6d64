/** The four shapes ● ▲ ■ ○ and the empty dashed one, drawn: no font can change what they look like. */

export type LightState = "ok" | "watch" | "behind" | "none" | "off";

export function Shape({ state, className = "size-3.5" }: { state: LightState; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`shape inline-block shrink-0 ${className}`}>
      {drawing[state]}
    </svg>
  );
}

export const drawing: Record<LightState, React.ReactNode> = {
  ok: <circle cx="8" cy="8" r="7" className="fill-ok-fill" />,
  watch: <path d="M8 1 15.5 15H.5Z" className="fill-watch-fill" />,
  behind: <rect x="1.5" y="1.5" width="13" height="13" className="fill-behind-fill" />,
  none: <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" className="stroke-none-fill" />,
  off: (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      strokeWidth="2"
      strokeDasharray="2.4 2.3"
      className="stroke-none-fill"
    />
  ),
};
