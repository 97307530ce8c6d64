// When a fact of the demo was written down: at that time of that day, yet never later than now, for a demo may be made just after midnight.
export function writtenAt(day: string, hour: number, minute: number, now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const at = new Date(`${day}T${two(hour)}:${two(minute)}:00+08:00`);
  return (at < now ? at : now).toISOString();
}
