const VIRTUAL_FROM = 200;
const SPARE = 8;

/** Which rows are drawn: all of a short list, of a long one those in sight and a few around them. */
export function visibleRows(
  count: number,
  scrollTop: number,
  height: number,
  rowHeight: number,
): { from: number; to: number } {
  if (count <= VIRTUAL_FROM) return { from: 0, to: count };
  const first = Math.floor(scrollTop / rowHeight) - SPARE;
  const last = Math.ceil((scrollTop + height) / rowHeight) + SPARE;
  const from = Math.max(0, Math.min(first, count - 1));
  return { from, to: Math.min(count, Math.max(last, from + 1)) };
}
