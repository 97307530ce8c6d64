/** A line through the periods of a number; what is missing is a gap, never zero. */

/** One path; the pen is lifted over every gap, and a lone value stays visible as a point. */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
) {
  return values
    .map((value, index) => {
      if (value === null) return "";
      const before = values[index - 1];
      const after = values[index + 1];
      const point = `${x(index)} ${y(value)}`;
      if (typeof before === "number") return `L${point}`;
      return typeof after === "number" ? `M${point}` : `M${point}h0.01`;
    })
    .join("");
}
