/** What was entered of a member, to be put right; who he is as well, where the roster alone keeps it. */
import { getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { maskPhone } from "#lib/base/mask.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Deed } from "#lib/domains/members/member.ts";
import type { MemberView } from "#lib/domains/members/queries/get-member.ts";
import { PersonFields } from "./person-fields.tsx";
import { StandingFields } from "./standing-fields.tsx";

type Props = { member: MemberView; today: string; save: FormAction<Deed> };

export async function CorrectForm({ member, today, save }: Props) {
  const t = await getTranslations("members");
  const { who } = member;
  return (
    <Form action={save} id="correct" className="grid gap-4">
      <input type="hidden" name="id" value={member.id} />
      <input type="hidden" name="version" value={member.version} />
      {who?.keptHere ? (
        <PersonFields
          now={{ ...member, phone: who.phone === null ? null : maskPhone(who.phone) }}
          today={today}
          hasIdNo={who.hasIdNo}
        />
      ) : (
        <p className="text-ink-2">{t("form.whoKept")}</p>
      )}
      <StandingFields now={member} today={today} />
      <div>
        <SubmitButton>{t("form.saveChange")}</SubmitButton>
      </div>
    </Form>
  );
}
