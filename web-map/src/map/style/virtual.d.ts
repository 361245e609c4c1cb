declare module 'virtual:map-style' {
  import type { MapStyle } from './style';
  /** Names of the custom properties that hold the colours of all styles. */
  export const COLOURS: readonly string[];
  export const basemap: MapStyle;
  export const sector: MapStyle;
  export const request: MapStyle;
  export const asset: MapStyle;
  export const address: MapStyle;
}
