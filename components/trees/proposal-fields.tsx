/** The fields of a proposed change, side by side: now, proposed, and as decided; for the decider the last column can be written in. */

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { ProposedField } from "#lib/domains/divisions/tree-proposal.ts";

/** Each row with the word for its field. */
export type NamedField = ProposedField & { label: string };
type Props = { rows: readonly NamedField[]; editable?: boolean; approved: boolean };

export function ProposalFields({ rows, editable, approved }: Props) {
  const t = useTranslations("trees");
  return (
    <Table caption={t("proposals.what")} stacked>
      <Head>
        <Column>{t("proposals.field")}</Column>
        <Column>{t("proposals.now")}</Column>
        <Column>{t("proposals.proposed")}</Column>
        <Column>{t("proposals.verdict")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.field}>
            <Cell head>{row.label}</Cell>
            <Cell label={t("proposals.now")}>{row.now ?? <EmptyMark why="notApplicable" />}</Cell>
            <Cell label={t("proposals.proposed")}>{row.proposed ?? <EmptyMark />}</Cell>
            <Cell label={t("proposals.verdict")}>
              {editable && row.alterable ? (
                <Field name={row.field} label={`${t("proposals.verdict")} ${row.label}`} hideLabel>
                  <TextInput
                    defaultValue={row.proposed ?? ""}
                    maxLength={60}
                    width="medium"
                    autoComplete="off"
                  />
                </Field>
              ) : (
                (row.decided ??
                (approved || editable ? t("proposals.asProposed") : <EmptyMark why="notDue" />))
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
