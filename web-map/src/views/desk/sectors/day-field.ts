/** Changes usually begin with a month. */
export function firstOfNextMonth(now = new Date()): string {
  return written(new Date(now.getFullYear(), now.getMonth() + 1, 1));
}

/** Midnight of that day where the reader is; nothing when it is no day, or over. */
export function instantOf(date: string, now = Date.now()): string | undefined {
  const at = new Date(`${date}T00:00:00`);
  return Number.isNaN(at.getTime()) || at.getTime() <= now ? undefined : at.toISOString();
}

function written(day: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
