import { useEffect, useRef, useState } from 'preact/hooks';
import { whenIdle } from './idle';

/** Rows made at once: more than any screen shows of a list. */
const AT_ONCE = 12;

/** How many of a list's rows to make now: the first ones at once, the others a few at a time, anew for every other `list`. */
export function useGrowing(total: number, list: unknown): number {
  const grown = useRef({ list, count: AT_ONCE });
  const [, redraw] = useState(0);
  if (grown.current.list !== list) grown.current = { list, count: AT_ONCE };
  const { count } = grown.current;
  useEffect(() => {
    if (count >= total) return undefined;
    return whenIdle(() => {
      grown.current.count = count + AT_ONCE;
      redraw((n) => n + 1);
    });
  }, [count, total, list]);
  return Math.min(count, total);
}
