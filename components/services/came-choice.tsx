/** Whether the citizen had to come for it: what one-visit service is measured by. */
import { ChipGroup } from "#components/ui/chip-group.tsx";

type Props = { label: string; hint?: string; yes: string; no: string; chosen?: "YES" | "NO" };

export function CameChoice({ label, hint, yes, no, chosen }: Props) {
  return (
    <ChipGroup
      name="came"
      label={label}
      {...(hint ? { hint } : {})}
      kind="radio"
      required
      {...(chosen ? { defaultValue: chosen } : {})}
      options={[
        { value: "NO", label: no },
        { value: "YES", label: yes },
      ]}
    />
  );
}
