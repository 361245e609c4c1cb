import type { GroundChange, Move } from '../../../core/sector-types';

/** Requests that go from one sector to another. */
export interface Flow {
  from: string;
  to: string;
  count: number;
}

/** Those that change sector, by where they come from and go to, the most first. */
export function flowsOf(moves: readonly Move[], outside: string): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { card, to, changesSector } of moves) {
    if (!changesSector) continue;
    const flow = { from: card.sector?.name ?? outside, to: to?.name ?? outside, count: 0 };
    const key = `${flow.from}|${flow.to}`;
    const known = flows.get(key) ?? flow;
    known.count++;
    flows.set(key, known);
  }
  return [...flows.values()].sort((a, b) => b.count - a.count || a.from.localeCompare(b.from));
}

/** How many pairs of neighbours have another edge between them. */
export function movedEdges(changes: readonly GroundChange[]): number {
  return new Set(changes.map(({ from, to }) => [from, to].sort().join('|'))).size;
}
