/** The counted parts of a report as they stand on the screen and on paper. */
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";
import type { Block, Composed, Run } from "./compose.ts";

export function Blocks({ blocks, table }: { blocks: readonly Block[]; table: Composed["table"] }) {
  return blocks.map((block) => {
    const key = keyOf(block);
    if (block.kind === "table") return <TenItems key={key} table={table} />;
    if (block.kind === "item")
      return (
        <h3 key={key} className="official-item mt-2 font-semibold">
          {block.text}
        </h3>
      );
    return (
      <p key={key} className="official-text">
        <Runs runs={block.runs} />
      </p>
    );
  });
}

const keyOf = (block: Block): string => {
  if (block.kind === "said") return block.runs.map(({ text }) => text).join("");
  return block.kind === "item" ? block.text : block.kind;
};

export const Runs = ({ runs }: { runs: readonly Run[] }) =>
  runs.map((run) =>
    run.href ? (
      <Link
        key={`${run.href ?? ""}${run.text}`}
        href={run.href}
        className="tabular inline-flex min-h-touch indent-0 min-w-6 items-center underline underline-offset-2 desk:min-h-6 print:min-h-0"
      >
        {run.text}
      </Link>
    ) : (
      <span key={`${run.href ?? ""}${run.text}`}>{run.text}</span>
    ),
  );

/** A scroller must be reachable by keyboard. */
const scroller = (label: string) => ({ role: "group", tabIndex: 0, "aria-label": label });

/** Each item in one row; the light as shape and word. On a phone it scrolls in its own box. */
function TenItems({ table }: { table: Composed["table"] }) {
  return (
    <div {...scroller(table.title)} className="my-2 overflow-x-auto print:overflow-visible">
      <table className="official-table w-full min-w-xl border-collapse text-note print:min-w-0">
        <caption className="pb-1 text-center font-semibold">{table.title}</caption>
        <thead>
          <tr>
            {table.heads.map((head) => (
              <th key={head} scope="col" className={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...rest]) => (
            <tr key={first?.text}>
              <th scope="row" className={`${cell} whitespace-nowrap font-semibold`}>
                {first?.text}
              </th>
              {rest.map((run, at) => (
                <td key={table.heads[at + 1]} className={cell}>
                  {run.light ? (
                    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${tone[run.light]}`}>
                      <Shape state={run.light} />
                      {run.text}
                    </span>
                  ) : (
                    <Runs runs={[run]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = "border border-line px-1.5 py-1 text-left align-middle print:border-ink";
