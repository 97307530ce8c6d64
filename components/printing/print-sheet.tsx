/** One file as one paper form: the card for the wall, the handbook for helper and family, the survey with room for what is missing. */
import { getLocale, getTranslations } from "next-intl/server";
import { sourceNames } from "#components/incomes/source-names.ts";
import { categoryNames } from "#components/measures/names.ts";
import { sayFact } from "#lib/base/fact-field.ts";
import {
  codeName,
  EDUCATIONS,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  LABOR_ABILITIES,
  PAIRING_KINDS,
  RELATIONS,
  SCHOOL_STATUSES,
  SEXES,
} from "#lib/domains/households/codes.ts";
import { factsIn, SECTIONS, type Section } from "#lib/domains/households/fact-columns.ts";
import { netOf } from "#lib/domains/incomes/income.ts";
import { isInQuarter, type PrintFile, type PrintForm } from "#lib/domains/printing/print.ts";
import type { Printed } from "#lib/domains/printing/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { Grid, Lines, Part, Title } from "./parts.tsx";
import { VisitRecord } from "./visit-record.tsx";

/** `demo`: its people are invented, and each sheet says so. */
type Props = {
  file: PrintFile;
  form: PrintForm;
  printed: Printed;
  by: string;
  demo: boolean;
  /** Of the record of visits. */
  quarter?: string;
};

export async function PrintSheet({ file, form, printed, by, demo, quarter }: Props) {
  const t = await getTranslations("printing");
  const common = await getTranslations("common");
  const f = await getFormats();
  const { year } = printed;
  return (
    <article
      data-form={form}
      className="mx-auto mb-6 max-w-3xl break-after-page last:break-after-auto border border-line bg-card p-6 print:m-0 print:max-w-none print:border-0 print:p-0"
    >
      <Title>
        {t(`title.${form}`, { year: String(year) })}
        {form === "visits" && quarter ? ` · ${t(`quarter.${quarter as "1"}`)}` : null}
      </Title>
      <p className="mb-2 flex flex-wrap justify-between gap-x-4 text-ink-2 text-note">
        <span>{[file.above, file.place, file.groupName].filter(Boolean).join(" ")}</span>
        <span>{file.householdNo}</span>
        {demo ? <span>{common("demo.tag")}</span> : null}
        <span>{t("printed", { by, at: f.dayTime(new Date()) })}</span>
      </p>
      <Basics file={file} form={form} printed={printed} />
      {form === "visits" ? (
        <VisitRecord visits={file.visits.filter(({ day }) => isInQuarter(day, quarter))} />
      ) : (
        <>
          {form === "card" ? null : <Members file={file} form={form} />}
          {form === "card" ? null : <Incomes file={file} printed={printed} />}
          {form === "survey" ? (
            <Survey file={file} />
          ) : (
            <Measures file={file} form={form} printed={printed} />
          )}
        </>
      )}
      {form === "handbook" ? <Visits file={file} /> : null}
      <p className="mt-6 flex justify-between gap-8">
        <span>{t("sign.head")}</span>
        <span>{t("sign.helper")}</span>
        <span>{t("sign.day")}</span>
      </p>
    </article>
  );
}

type Part1 = Pick<Props, "file" | "form">;

async function Basics({ file, form, printed }: Pick<Props, "file" | "form" | "printed">) {
  const t = await getTranslations("printing");
  const f = await getFormats();
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const said = await factSaid();
  const { name: categoryName } = await categoryNames(printed.categories);
  const helpers = (
    <ul>
      {file.helpers.map(({ kind, name, unit }) => (
        <li key={`${kind} ${name} ${unit}`}>
          {t(unit ? "helperOf" : "helper", {
            kind: codeName(PAIRING_KINDS, kind, locale) ?? "",
            name,
            unit: unit ?? "",
          })}
        </li>
      ))}
    </ul>
  );
  // What was recorded by itself, else what the family's measures of the year amount to.
  const policies =
    said("policies", file.texts) ||
    [
      ...new Set(
        file.measures
          .filter(({ year }) => year === printed.year)
          .map(({ category }) => categoryName(category)),
      ),
    ].join(t("comma"));
  const items = [
    { label: t("head"), value: file.headName },
    { label: t("members"), value: f.number(file.memberCount) },
    { label: t("status"), value: codeName(HOUSEHOLD_STATUSES, file.status, locale) },
    { label: t("attribute"), value: codeName(HOUSEHOLD_ATTRIBUTES, file.attribute, locale) ?? "" },
    { label: t("policies"), value: policies },
    { label: t("helpers"), value: helpers },
    // On a wall stands nobody's income, and nothing that tells of an illness.
    ...(form === "card" || form === "visits"
      ? []
      : [
          { label: t("mainCause"), value: said("mainCause", file.texts) },
          { label: t("perHead"), value: f.yuan(file.perHeadFen) },
        ]),
  ];
  return <Grid items={items} />;
}

async function factSaid() {
  const facts = await getTranslations("facts");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const answers = { yes: facts("answer.yes"), no: facts("answer.no") };
  const all = SECTIONS.flatMap(factsIn);
  return (key: string, texts: PrintFile["texts"]) => {
    const fact = all.find((one) => one.key === key);
    return fact ? (sayFact(fact, texts[key] ?? "", locale, answers) ?? "") : "";
  };
}

async function Members({ file, form }: Part1) {
  const t = await getTranslations("printing");
  const facts = await getTranslations("facts");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const insured = (one: boolean | null, other: boolean | null) => {
    if (one || other) return facts("answer.yes");
    return one === null && other === null ? "" : facts("answer.no");
  };
  return (
    <Part title={t("part.members")}>
      <Lines
        caption={t("part.members")}
        heads={[
          t("name"),
          t("relation"),
          t("sex"),
          t("birth"),
          t("schooling"),
          t("labor"),
          t("work"),
          t("insured"),
        ]}
        rows={[
          ...file.members.map((one) => [
            one.name,
            codeName(RELATIONS, one.relation, locale),
            codeName(SEXES, one.sex, locale) ?? "",
            one.birthOn?.slice(0, 7) ?? "",
            codeName(SCHOOL_STATUSES, one.schoolStatus, locale) ??
              codeName(EDUCATIONS, one.education, locale) ??
              "",
            codeName(LABOR_ABILITIES, one.labor, locale) ?? "",
            [one.workPlace, one.workMonths ? t("months", { count: one.workMonths }) : null]
              .filter(Boolean)
              .join(" "),
            insured(one.residentMedical, one.employeeMedical),
          ]),
          // Room for who is not written down yet.
          ...(form === "survey" ? [["\u00a0", "", "", "", "", "", "", ""]] : []),
        ]}
      />
    </Part>
  );
}

async function Incomes({ file, printed }: Pick<Props, "file" | "printed">) {
  const t = await getTranslations("printing");
  const f = await getFormats();
  const name = await sourceNames();
  const { year } = printed;
  const of = (wanted: number) => file.incomes.filter((item) => item.year === wanted);
  const said = (code: string, wanted: number) => {
    const item = of(wanted).find((one) => one.code === code);
    return item ? f.yuan(item.fen) : "";
  };
  const standing = new Set(file.incomes.map(({ code }) => code));
  return (
    <Part title={t("part.income")}>
      <Lines
        caption={t("part.income")}
        heads={[t("source"), String(year), String(year - 1)]}
        rows={[
          ...printed.sources
            .filter(({ code }) => standing.has(code))
            .map((source) => [name(source), said(source.code, year), said(source.code, year - 1)]),
          [t("net"), ...[year, year - 1].map((one) => (of(one).length > 0 ? f.yuan(netOf(of(one))) : ""))],
        ]}
      />
    </Part>
  );
}

async function Measures({ file, form, printed }: Pick<Props, "file" | "form" | "printed">) {
  const t = await getTranslations("printing");
  const measures = await getTranslations("measures");
  const f = await getFormats();
  const { name } = await categoryNames(printed.categories);
  // The card tells what is done this year, the handbook also last year's with what came of it.
  const rows = file.measures.filter(({ year }) => form === "handbook" || year === printed.year);
  return (
    <Part title={t("part.measures")}>
      {rows.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Lines
          caption={t("part.measures")}
          heads={[
            measures("field.category"),
            measures("field.project"),
            measures("field.unit"),
            measures("field.amount"),
            measures("days"),
            measures("field.status"),
          ]}
          rows={rows.map((row) => [
            name(row.category),
            row.project,
            row.unit ?? "",
            row.amountFen === null ? "" : f.yuan(row.amountFen),
            row.days,
            measures(`status.${row.status}`),
          ])}
        />
      )}
    </Part>
  );
}

async function Visits({ file }: Pick<Props, "file">) {
  const t = await getTranslations("printing");
  const visits = await getTranslations("visits");
  return (
    <Part title={t("part.visits")}>
      {file.visits.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Lines
          caption={t("part.visits")}
          heads={[t("day"), t("who"), t("situation"), t("note"), t("sign.column")]}
          rows={file.visits.map((visit) => [
            visit.day,
            visit.who ?? "",
            visits(`situation.${visit.situation as "NORMAL"}`),
            visit.note ?? "",
            "",
          ])}
        />
      )}
    </Part>
  );
}

/** Every fact of the file in its section; what is not recorded is a line to write on. */
async function Survey({ file }: Pick<Props, "file">) {
  const facts = await getTranslations("facts");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const said = await factSaid();
  // A phone is written down by the family itself, and is not put on paper again.
  const shown = (section: Section) =>
    factsIn(section).filter(({ key, kind }) => kind !== "phone" && key !== "summary");
  return SECTIONS.map((section) => (
    <Part key={section} title={facts(`section.${section}`)}>
      <Grid
        items={shown(section).map((fact) => ({
          label: fact[locale],
          value: (fact.key === "siteId" ? file.siteName : said(fact.key, file.texts)) || "\u00a0",
        }))}
      />
    </Part>
  ));
}
