"use client";

/** Saves the chart beside it as a PNG, with its title, what it is true for and whose data it is written into the picture. */
import { type MouseEvent, useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";

/** `lines`: written above the chart, the first one as its title. */
type Props = { label: string; fileName: string; lines: readonly string[] };

const SCALE = 2;
const LINE = 22;
const EDGE = 16;

export function SavePicture({ label, fileName, lines }: Props) {
  // Without scripts there is nothing to press.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  const save = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const chart = currentTarget.closest("[data-picture]")?.querySelector<SVGSVGElement>("svg[data-chart]");
    if (!chart) return;
    const picture = await drawn(chart, lines);
    const link = document.createElement("a");
    link.href = picture;
    link.download = fileName;
    link.click();
  };
  return (
    <button type="button" className={buttonClass({ size: "small" })} onClick={save}>
      {label}
    </button>
  );
}

async function drawn(chart: SVGSVGElement, lines: readonly string[]): Promise<string> {
  const { width, height } = chart.viewBox.baseVal;
  const image = new Image(width * SCALE, height * SCALE);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standingAlone(chart))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const head = EDGE + lines.length * LINE;
  canvas.width = (width + 2 * EDGE) * SCALE;
  canvas.height = (head + height + EDGE) * SCALE;
  const pen = canvas.getContext("2d")!;
  pen.scale(SCALE, SCALE);
  // In the light in which it is seen.
  pen.fillStyle = getComputedStyle(chart.closest("section.bg-card") ?? document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = getComputedStyle(chart).color;
  const family = getComputedStyle(document.body).fontFamily;
  for (const [at, line] of lines.entries()) {
    pen.font = `${at === 0 ? "600 16px" : "13px"} ${family}`;
    pen.fillText(line, EDGE, EDGE + (at + 0.7) * LINE, width);
  }
  pen.drawImage(image, EDGE, head, width, height);
  return canvas.toDataURL("image/png");
}

const DRAWN = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
];

/** A picture knows no style sheet: what is computed goes onto each part; links become plain groups. */
function standingAlone(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const parts = chart.querySelectorAll<SVGElement>("*");
  for (const [at, part] of copy.querySelectorAll<SVGElement>("*").entries()) {
    const seen = getComputedStyle(parts[at]!);
    for (const name of DRAWN) {
      const value = seen.getPropertyValue(name);
      // The hatching refers to its own pattern by the address of the page.
      if (!value.includes("url(")) part.setAttribute(name, value);
    }
    part.removeAttribute("href");
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(chart.viewBox.baseVal.width * SCALE));
  copy.setAttribute("height", String(chart.viewBox.baseVal.height * SCALE));
  return new XMLSerializer().serializeToString(copy);
}
