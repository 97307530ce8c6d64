// Speaks to the person at the terminal: plain lines, and a word whenever something takes longer than two seconds.
const PATIENCE_MS = 2000;
const REPEAT_MS = 10_000;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} 秒`;

/** Does the work; names it when it is long, and its duration when it is done. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const first = setTimeout(() => say(`… 正在${what}`), PATIENCE_MS);
  const repeat = setInterval(() => say(`… 仍在${what}，已 ${seconds(performance.now() - began)}`), REPEAT_MS);
  try {
    const result = await work();
    say(`✓ ${what}(${seconds(performance.now() - began)})`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(repeat);
  }
}
