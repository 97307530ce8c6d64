/** What was entered by mistake is taken back: said beforehand, behind a fold, so that nobody does it by a slip; works without scripts. */

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props<Result> = {
  title: string;
  children: ReactNode;
  fields: Record<string, string | number>;
  drop: FormAction<Result>;
};

export function Mistake<Result>({ title, children, fields, drop }: Props<Result>) {
  const t = useTranslations("party-orgs");
  return (
    <Card title={t("mistake.title")}>
      <details>
        <summary className="min-h-touch cursor-pointer content-center font-semibold desk:min-h-8">
          {title}
        </summary>
        <div className="mt-2 grid gap-3">
          <p className="text-ink-2">{children}</p>
          <Form action={drop} id="mistake" buttonOnly>
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SubmitButton kind="danger">{t("mistake.confirm")}</SubmitButton>
          </Form>
        </div>
      </details>
    </Card>
  );
}
