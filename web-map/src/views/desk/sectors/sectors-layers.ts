import { effect } from '@preact/signals';
import type { Bounds, Jurisdiction } from '../../../core/types';
import { basemapFor, RequestLayer, type MapPort } from '../../../map';
import { CornerLayer, DraftLayer, SketchLayer } from '../../../map/drawing';
import { handlesOf, ringsOf, snapped } from './ground';
import type { Sectors } from './sectors';

const SNAP_PIXELS = 10;

/** Puts before, after, changed ground, moving requests and what is drawn on the map; answers with what takes them off. */
export function drawSectors(
  sectors: Sectors,
  port: MapPort,
  place: { base: string; jurisdiction: Jurisdiction; onOpen: (number: string) => void },
): () => void {
  const picture = new DraftLayer();
  const sketch = new SketchLayer();
  const numbers = new Map<string, string>();
  const corners = new CornerLayer((from, to) => {
    void sectors.corner(from, to).then((done) => {
      if (!done) corners.set(handles(sectors));
    });
  });
  const requests = new RequestLayer({ onSelect: (id) => place.onOpen(numbers.get(id) ?? '') });
  port.addLayer(basemapFor(place.base, place.jurisdiction));
  for (const layer of [picture, requests, sketch, corners]) port.addLayer(layer);
  const undo = [
    effect(() =>
      picture.show({
        before: sectors.before.value,
        after: sectors.draft.value?.sectors ?? [],
        changes: sectors.draft.value?.changes ?? [],
        view: sectors.draft.value ? sectors.view.value : 'before',
        selected: sectors.selected.value,
      }),
    ),
    effect(() => {
      const moves = sectors.preview.value?.moves ?? [];
      moves.forEach(({ card }) => numbers.set(card.id, card.number));
      requests.setItems(moves.map(({ card }) => card));
    }),
    effect(() => requests.dim(sectors.tool.value !== null)),
    effect(() => sketch.set(sectors.sketch.value, sectors.tool.value === 'claim')),
    effect(() => corners.set(handles(sectors))),
    port.on('click', ({ position }) =>
      sectors.point(
        drawing(sectors)
          ? snapped(sectors.shown.value, position, (at) => port.pixelOf(at), SNAP_PIXELS)
          : position,
      ),
    ),
  ];
  return () => undo.forEach((step) => step());
}

const drawing = ({ tool }: Sectors): boolean => tool.value === 'claim' || tool.value === 'split';

function handles(sectors: Sectors) {
  const code = sectors.selected.value;
  return sectors.tool.value === 'point' && code !== null ? handlesOf(sectors.shown.value, code) : [];
}

/** Around all sectors. */
export function boundsOf(sectors: Sectors): Bounds | null {
  const all = sectors.before.value.flatMap(({ shape }) => ringsOf(shape).flat());
  if (all.length === 0) return null;
  const bounds: Bounds = [180, 90, -180, -90];
  for (const [lon, lat] of all) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

/** Puts a corner of what is drawn in the middle of the map: the way without a pointer. */
export function pointAtCentre(sectors: Sectors, port: MapPort): void {
  sectors.point(snapped(sectors.shown.value, port.center(), (at) => port.pixelOf(at), SNAP_PIXELS));
}
