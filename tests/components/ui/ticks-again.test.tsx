// Without scripts a form that asks who sits there comes back as a page: what was ticked or chosen in the rows of a table stands there again.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Form } from "#components/ui/form.tsx";
import { ListSelect } from "#components/ui/list-select.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import { WordsProvider } from "#components/ui/words.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";
import words from "#lib/i18n/messages/zh-CN/browser.json" with { type: "json" };

const asked = (values?: Record<string, string>): ProblemView => ({
  code: "proof-password",
  message: "请再证明一次",
  ...(values ? { values } : {}),
});

/** The rows of a list, of which the first is ticked when it is opened, and what each stands at. */
const drawn = (values?: Record<string, string>) => {
  const page = renderToStaticMarkup(
    <WordsProvider words={words}>
      <Form action={async () => ({ ok: true, value: 0 })} asked={asked(values)}>
        {[7, 8, 9].map((id) => (
          <TickBox key={id} name="accountIds[]" value={id} label={`${id}`} ticked={id === 7} />
        ))}
        {["a", "b"].map((id) => (
          <ListSelect
            key={id}
            name="pairings[]"
            label={id}
            chosen={`${id}:heir`}
            options={["heir", "end"].map((fate) => ({ value: `${id}:${fate}`, label: fate }))}
          />
        ))}
      </Form>
    </WordsProvider>,
  );
  const found = (what: RegExp) => [...page.matchAll(what)].map((one) => one[1]);
  return {
    ticked: found(/<input type="checkbox"[^>]*checked=""[^>]* value="(\d)"|$/g).filter(Boolean),
    chosen: found(/<option value="([^"]+)" selected=""/g),
  };
};

test("before anything was sent it stands as the page proposes", () => {
  expect(drawn()).toEqual({ ticked: ["7"], chosen: ["a:heir", "b:heir"] });
});

test("what was sent comes back: other ticks, other choices, or none at all", () => {
  expect(drawn({ "accountIds[]": "8,9", "pairings[]": "a:end,b:heir" })).toEqual({
    ticked: ["8", "9"],
    chosen: ["a:end", "b:heir"],
  });
  expect(drawn({ id: "1" }).ticked).toEqual([]);
});
