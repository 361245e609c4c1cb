import { newId } from '../../../core/ids';
import type { WhereApi } from '../../../core/where-api';
import type { Grounds, Shape } from '../../../core/where-types';

/** Where something holds, as it is chosen in a form. */
export type GroundChoice =
  | { kind: 'everywhere' }
  | { kind: 'ground'; id: string }
  | { kind: 'sector'; id: string }
  | {
      kind: 'new';
      /** Made once: a repeated attempt draws the same ground. */
      id: string;
      drawn: 'AREA' | 'ROAD';
      name: string;
      shape: Shape | null;
      widthMetres: number | undefined;
    };

export const choiceOf = (groundId: string | undefined): GroundChoice =>
  groundId === undefined ? { kind: 'everywhere' } : { kind: 'ground', id: groundId };

export const newGround = (drawn: 'AREA' | 'ROAD'): GroundChoice => ({
  kind: 'new',
  id: newId(),
  drawn,
  name: '',
  shape: null,
  widthMetres: drawn === 'ROAD' ? 10 : undefined,
});

export function isComplete(choice: GroundChoice): boolean {
  if (choice.kind !== 'new') return true;
  const wide = choice.drawn === 'AREA' || (choice.widthMetres ?? 0) > 0;
  return choice.name.trim() !== '' && choice.shape !== null && wide;
}

/** Draws what is new first; answers with what the change names. */
export async function settled(
  choice: GroundChoice,
  api: WhereApi,
  reason: string,
): Promise<{ groundId?: string; sectorId?: string }> {
  if (choice.kind === 'everywhere') return {};
  if (choice.kind === 'ground') return { groundId: choice.id };
  if (choice.kind === 'sector') return { sectorId: choice.id };
  if (choice.shape === null) return {};
  const known = (await api.grounds()).items.find(({ id }) => id === choice.id);
  await api.drawGround(
    choice.id,
    { name: choice.name.trim(), shape: choice.shape, widthMetres: choice.widthMetres, reason },
    known?.setting.revision ?? 0,
  );
  return { groundId: choice.id };
}

/** The name of where something holds; null: everywhere. */
export function groundName(grounds: Grounds, groundId: string | undefined): string | null {
  if (groundId === undefined) return null;
  return grounds.items.find(({ id }) => id === groundId)?.name ?? groundId;
}
