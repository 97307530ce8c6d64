/** The red dot on a place of the navigation: a shape with its number, and the sentence for those who hear it. */

export type Call = { count: number; words: string };

export function CallMark({ call, corner }: { call: Call | null; corner?: boolean }) {
  if (!call) return null;
  return (
    <span
      data-call
      className={`${corner ? "-top-1 -right-2.5 absolute" : "ml-auto group-data-folded/shell:ml-0"} inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-behind-fill px-1 font-semibold text-card text-note leading-none`}
    >
      <span aria-hidden="true">{call.count > 99 ? "99+" : call.count}</span>
      <span className="sr-only">{call.words}</span>
    </span>
  );
}
