import type { Setting } from './settings-types';

/** How a map service is asked. */
export type OverlayKind = 'WMS' | 'WMTS' | 'WFS' | 'FEATURES' | 'XYZ';
export type OverlayAudience = 'PUBLIC' | 'STAFF';

/** A layer of another map service. */
export interface Overlay {
  id: string;
  kind: OverlayKind;
  titleFr: string;
  titleEn: string;
  /** Of the service; of WMTS and XYZ that of a tile, with {z}, {x} and {y}. */
  address: string;
  /** Names of the service, separated by commas. */
  layers: string;
  style: string;
  format: string;
  version: string;
  /** In which it tells what is at a place; empty: it is not asked. */
  infoFormat: string;
  legendAddress?: string | undefined;
  attribution: string;
  audience: OverlayAudience;
  minZoom: number;
  maxZoom: number;
  opacityPercent: number;
  position: number;
}
export interface DeskOverlay {
  overlay: Overlay;
  setting: Setting;
}
/** Why a layer of a service cannot be shown. */
export type OverlayFault = 'NO_WEB_MERCATOR' | 'NO_GEO_JSON' | 'NO_PICTURE';

/** A layer that a service has, as the overlay would be kept. */
export interface OfferedLayer {
  name: string;
  title: string;
  attribution: string;
  address: string;
  style: string;
  format: string;
  version: string;
  infoFormat: string;
  legendAddress?: string;
  styles: { name: string; title: string; legendAddress?: string }[];
  minZoom?: number;
  maxZoom?: number;
  fault?: OverlayFault;
}
export interface ServiceOffer {
  title: string;
  /** False when its list was longer than is read. */
  whole: boolean;
  layers: OfferedLayer[];
}
