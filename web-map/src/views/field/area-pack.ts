import { moved } from '../../core/distance';
import type { Job } from '../../core/staff-types';
import { tilesCovering } from '../../core/tiles';
import type { Bounds, Point } from '../../core/types';

const AROUND_METRES = 350;
const ZOOMS = [15, 16, 17];
const MOST = 240;
const fetched = new Set<string>();

/** Fetches what the jobs need without network, their pictures and the ground around them: the worker keeps it. */
export async function packFor(base: string, jobs: readonly Job[]): Promise<void> {
  if (!navigator.serviceWorker?.controller || savesData()) return;
  const wanted = addressesFor(base, jobs).filter((address) => !fetched.has(address));
  for (const address of wanted.slice(0, MOST)) {
    // one after the other: never in the way of what the reader is doing
    const response = await fetch(address, { credentials: 'same-origin', priority: 'low' }).catch(() => null);
    if (!response) return;
    fetched.add(address);
  }
}

export function addressesFor(base: string, jobs: readonly Job[]): string[] {
  const photos = jobs.flatMap(({ request }) => request.photos.map(({ thumbnailUrl }) => thumbnailUrl));
  const tiles = jobs.flatMap(({ request }) => (request.position ? tilesAround(base, request.position) : []));
  return [...new Set([...photos, ...tiles])];
}

function tilesAround(base: string, place: Point): string[] {
  const [west, south] = moved(place, -AROUND_METRES, -AROUND_METRES).coordinates;
  const [east, north] = moved(place, AROUND_METRES, AROUND_METRES).coordinates;
  const bounds: Bounds = [west, south, east, north];
  return ZOOMS.flatMap((zoom) => tilesCovering(bounds, zoom)).map(
    ({ z, x, y }) => `${base}/tiles/basemap/${z}/${x}/${y}.mvt`,
  );
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
