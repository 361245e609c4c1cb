import type { PublicApi } from './api';
import { Problem } from './problem';
import type { Located, PlaceQuestion } from './place-types';
import type { Catalogue, Category, Domain, SectorRef, StopMessage } from './types';

/** Asks about a place; a choice of sector that is no longer near is dropped, and the place asked about without it. */
export async function locateChosen(
  api: Pick<PublicApi, 'locate'>,
  question: PlaceQuestion,
  signal?: AbortSignal,
): Promise<Located> {
  try {
    return await api.locate(question, signal);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.slug !== 'sector-not-near') throw problem;
    return api.locate({ ...question, sector: undefined }, signal);
  }
}

/** Two or more sectors that meet near a place, and which of them has it. */
export interface Edge {
  /** The lookup's own comes first. */
  sectors: readonly SectorRef[];
  usual: SectorRef;
  chosen: SectorRef;
  /** To the nearest neighbour. */
  metres: number;
}

/** What there is to choose from near an edge; null away from all. */
export function edgeAt(located: Located | null): Edge | null {
  const usual = located?.usualSector ?? located?.sector;
  const neighbours = located?.neighbours ?? [];
  const nearest = neighbours[0];
  if (!located?.sector || !usual || !nearest) return null;
  return { sectors: [usual, ...neighbours], usual, chosen: located.sector, metres: nearest.metres };
}

/** A category as it stands at a place. */
export interface PlacedCategory {
  category: Category;
  domain: Domain;
  /** Whether it may be reported there at all. */
  offered: boolean;
  messages: readonly StopMessage[];
  /** Nothing is taken in while this holds. */
  refusal: StopMessage | null;
}

/**
 * @param here what is offered at the place
 * @param anywhere what is offered somewhere: a category that was chosen is still known when the place does not offer it
 */
export function placedCategory(
  here: Catalogue,
  anywhere: Catalogue,
  code: string | null,
): PlacedCategory | null {
  const offered = findIn(here, code);
  const found = offered ?? findIn(anywhere, code);
  if (!found) return null;
  const messages = offered?.category.messages ?? [];
  return {
    ...found,
    offered: offered !== null,
    messages,
    refusal: messages.find(({ refuses }) => refuses) ?? null,
  };
}

function findIn({ domains }: Catalogue, code: string | null): { category: Category; domain: Domain } | null {
  for (const domain of domains)
    for (const category of domain.categories) if (category.code === code) return { category, domain };
  return null;
}
