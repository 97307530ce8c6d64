/** A remark that stays on the page: to know, to watch, to mend. */

import type { ReactNode } from "react";
import { CheckIcon, InfoIcon } from "#components/ui/icons.tsx";
import { Shape } from "#components/ui/shape.tsx";

type Tone = "info" | "ok" | "watch" | "behind";
type Props = { tone?: Tone; title?: ReactNode; children?: ReactNode; action?: ReactNode };

export function Notice({ tone = "info", title, children, action }: Props) {
  return (
    <div
      className={`flex items-start gap-2.5 handset:flex-wrap rounded-card border px-4 py-2.5 ${looks[tone]}`}
    >
      <span className="flex h-[1lh] items-center">{marks[tone]}</span>
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div className="shrink-0 handset:w-full handset:pl-6.5">{action}</div> : null}
    </div>
  );
}

const looks: Record<Tone, string> = {
  info: "border-link bg-link-tint",
  ok: "border-ok-fill bg-ok-tint",
  watch: "border-watch-fill bg-watch-tint",
  behind: "border-behind-fill bg-behind-tint",
};

const marks: Record<Tone, ReactNode> = {
  info: <InfoIcon className="size-4 text-link" />,
  ok: <CheckIcon className="size-4 text-ok" />,
  watch: <Shape state="watch" />,
  behind: <Shape state="behind" />,
};
