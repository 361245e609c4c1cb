import { newId } from '../../../../core/ids';
import type { OfferedLayer, Overlay, OverlayKind } from '../../../../core/overlay-types';

const CLOSEST_ZOOM = 19;

export function newOverlay(position: number): Overlay {
  return {
    id: newId(),
    kind: 'WMS',
    titleFr: '',
    titleEn: '',
    address: 'https://',
    layers: '',
    style: '',
    format: '',
    version: '',
    infoFormat: '',
    attribution: '',
    audience: 'PUBLIC',
    minZoom: 11,
    maxZoom: CLOSEST_ZOOM,
    opacityPercent: 80,
    position,
  };
}

/** Whether its address is that of one tile. */
export const isTemplate = (kind: OverlayKind): boolean => kind === 'WMTS' || kind === 'XYZ';

/** The draft with a layer of the service; titles that somebody has written stay. */
export function chosenFrom(draft: Overlay, layer: OfferedLayer): Overlay {
  const title = layer.title || layer.name;
  const rest = { ...draft };
  // it showed another layer
  delete rest.legendAddress;
  return {
    ...rest,
    titleFr: draft.titleFr || title,
    titleEn: draft.titleEn || title,
    address: layer.address,
    layers: layer.name,
    style: layer.style,
    format: layer.format,
    version: layer.version,
    infoFormat: layer.infoFormat,
    attribution: draft.attribution || layer.attribution,
    minZoom: Math.max(draft.minZoom, layer.minZoom ?? 0),
    maxZoom: Math.min(draft.maxZoom, layer.maxZoom ?? CLOSEST_ZOOM),
    ...(layer.legendAddress ? { legendAddress: layer.legendAddress } : {}),
  };
}

/**
 * The host, where the address says nothing narrower: a page's policy compares paths and no queries, so that pages may load whatever
 * else that host has.
 */
export function wholeHost({ address }: Overlay): string | null {
  const [settled = ''] = address.trim().split(/[?{]/, 1);
  try {
    const { host, pathname } = new URL(settled);
    return /^\/[^/]*$/.test(pathname) && (pathname === '/' || address.includes(`${pathname}{`)) ? host : null;
  } catch {
    return null;
  }
}

export function isReady(draft: Overlay): boolean {
  const named = draft.titleFr.trim() !== '' && draft.titleEn.trim() !== '';
  const asked = draft.layers.trim() !== '' || (draft.kind !== 'WMS' && draft.kind !== 'WFS');
  return named && asked && draft.address.trim().length > 'https://'.length && draft.minZoom <= draft.maxZoom;
}
