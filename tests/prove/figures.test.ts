// Every figure equals a recount by hand, in three hundred random lives of households, pairings, visits and the tree.
import { env } from "node:process";

env.FIGURES_RUNS ??= "300";
await import("#tests/lib/indicators/figures.test.ts");
