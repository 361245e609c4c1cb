import type { PriorityCell, PriorityChange, PriorityRow } from '../../../core/where-types';

export type Draft = ReadonlyMap<string, PriorityChange['cells'][number]>;

export const cellKey = ({ danger, placeClassId }: Pick<PriorityCell, 'danger' | 'placeClassId'>): string =>
  `${danger ?? ''} ${placeClassId ?? ''}`;

/** What is written in the row now. */
export function writtenOf(row: PriorityRow): Draft {
  return new Map(
    row.cells.flatMap(({ danger, placeClassId, written }) =>
      written
        ? [[cellKey({ danger, placeClassId } as PriorityCell), { danger, placeClassId, priority: written }]]
        : [],
    ),
  );
}

export function changed(row: PriorityRow, draft: Draft): boolean {
  return row.cells.some((cell) => draft.get(cellKey(cell))?.priority !== cell.written);
}
