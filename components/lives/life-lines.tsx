/** What happened in the life of a household, newest first: who came and went, how the file divided, joined or ended; with the way back where there is one. */
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { codeName, RELATIONS } from "#lib/domains/households/codes.ts";
import type { LifeReason, TakenBack } from "#lib/domains/lives/life.ts";
import type { LifeLine } from "#lib/domains/lives/queries/of-household.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { lines: readonly LifeLine[]; takeBack: FormAction<TakenBack> | null };

export async function LifeLines({ lines, takeBack }: Props) {
  const t = await getTranslations("lives");
  const f = await getFormats();
  if (lines.length === 0)
    return (
      <Card title={t("list")}>
        <EmptyState kind="never" title={t("never")} />
      </Card>
    );
  return (
    <Card title={t("list")} id="list">
      <Timeline
        items={
          await Promise.all(
            lines.map(async (line) => ({
              id: line.id,
              when: `${f.day(line.on)} · ${t("writtenBy", { name: line.by ?? "", at: f.dayTime(line.writtenAt) })}`,
              title: (
                <span className={line.undoneBy ? "line-through" : ""}>
                  {t(`kind.${line.kind}`)} · {t(`reason.${line.reason as LifeReason}`)}
                </span>
              ),
              body: <Body line={line} takeBack={takeBack} />,
            })),
          )
        }
      />
    </Card>
  );
}

async function Body({ line, takeBack }: { line: LifeLine; takeBack: Props["takeBack"] }) {
  const t = await getTranslations("lives");
  const locale = await getLocale();
  const f = await getFormats();
  const called = (relation: string | null) => codeName(RELATIONS, relation, locale) ?? f.none;
  const people = line.people.map(({ name, kind, old, now }) =>
    kind === "IN"
      ? t("came", { name, relation: called(now) })
      : kind === "OUT"
        ? t("went", { name, relation: called(old) })
        : t("stands", { name, old: called(old), now: called(now) }),
  );
  return (
    <div className="grid gap-1">
      {people.length > 0 ? <p>{people.join(t("semicolon"))}</p> : null}
      {line.own && line.membersBefore !== line.membersAfter ? (
        <p>
          {t("counted", { before: line.membersBefore, after: line.membersAfter })}
          {line.perHeadBefore === line.perHeadAfter
            ? null
            : ` · ${t("perHead", { before: f.yuan(line.perHeadBefore), after: f.yuan(line.perHeadAfter) })}`}
        </p>
      ) : null}
      {line.undoneBy ? <p>{t("undone", { name: line.undoneBy })}</p> : null}
      {line.takable && takeBack ? (
        <Form action={takeBack} buttonOnly id={`back-${line.id}`}>
          <input type="hidden" name="id" value={line.id} />
          <SubmitButton kind="quiet" size="small">
            {t("takeBack")}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
