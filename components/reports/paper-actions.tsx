/** Ways out of the house on paper: the browser's own print, a PDF where the server can make one, and Word. */
import { getTranslations } from "next-intl/server";
import { PrintButton } from "#components/handover/print-button.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";

/** `pdf`: where the server makes one; null = it has no browser, and people print in theirs. */
type Props = { pdf: string | null; word?: string; hidden?: Readonly<Record<string, string>> };

export async function PaperActions({ pdf, word, hidden = {} }: Props) {
  const t = await getTranslations("reports");
  return (
    <div className="flex flex-wrap gap-2">
      <PrintButton label={t("print.now")} />
      {pdf ? (
        <form action={pdf} method="get">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" size="small">
            {t("print.pdf")}
          </Button>
        </form>
      ) : null}
      {word ? (
        <LinkButton href={word} size="small" download>
          {t("print.word")}
        </LinkButton>
      ) : null}
    </div>
  );
}
