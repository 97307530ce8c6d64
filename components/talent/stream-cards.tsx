/** Three streams (活水、内流、源头): how much talent serves by each, by channel and by kind; every number opens its rows. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { TalentOverview } from "#lib/domains/talent/queries/overview.ts";
import { CHANNELS, STREAMS, type Stream, TALENT_KINDS } from "#lib/domains/talent/talent.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { overview: TalentOverview; params: URLSearchParams };

export async function StreamCards({ overview, params }: Props) {
  const t = await getTranslations("talent");
  const f = await getFormats();
  const scope = new URLSearchParams([...params].filter(([name]) => name === "u" || name === "on"));
  const rows = (stream: Stream, more: Record<string, string> = {}) =>
    withParams("/talent", scope, { "f.stream": stream, ...more });
  const { counts, teaching, target } = overview;
  const sum = (stream: Stream, field?: "channel" | "kind", value?: string) =>
    counts
      .filter((one) => one.stream === stream && (!field || one[field] === value))
      .reduce((all, { n }) => all + n, 0);
  return (
    <div className="mb-4 grid gap-3 pad:grid-cols-3">
      {STREAMS.map((stream) => (
        <Card key={stream} title={t(`stream.${stream}`)}>
          <Metric
            label={t("overview.serving")}
            value={f.number(sum(stream))}
            unit={t("people")}
            href={rows(stream)}
          />
          <Parts
            items={[
              ...CHANNELS.map((channel) => ({
                label: t(`channel.${channel}`),
                n: sum(stream, "channel", channel),
                href: rows(stream, { "f.channel": channel }),
              })),
              ...TALENT_KINDS.map((kind) => ({
                label: t(`kind.${kind}`),
                n: sum(stream, "kind", kind),
                href: rows(stream, { "f.kind": kind }),
              })),
            ]}
          />
          {stream === "SOURCE" ? (
            <p className="mt-1">
              <Link
                href={withParams(
                  "/trainings",
                  new URLSearchParams({ u: String(overview.place.unit.id) }),
                  {},
                )}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {t("overview.trainings")}
              </Link>
            </p>
          ) : null}
          {stream === "CIRCULATE" ? (
            <p className="mt-1">
              <Link
                href={withParams("/talent/secondments", scope, { "f.state": "STARTED" })}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {target === null
                  ? t("overview.teaching", { running: teaching.running, begun: teaching.begun })
                  : t("overview.teachingOf", { running: teaching.running, begun: teaching.begun, target })}
              </Link>
            </p>
          ) : null}
        </Card>
      ))}
    </div>
  );
}

function Parts({ items }: { items: { label: string; n: number; href: string }[] }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4">
      {items
        .filter(({ n }) => n > 0)
        .map(({ label, n, href }) => (
          <li key={href}>
            <Link href={href} className="inline-flex min-h-touch items-center gap-1 desk:min-h-6">
              {label} <span className="tabular">{n}</span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
