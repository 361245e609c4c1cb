declare module 'virtual:map-style' {
  /** Names of the custom properties that hold the colours of all styles. */
  export const COLOURS: readonly string[];
}
declare module 'virtual:map-style/*' {
  import type { MapStyle } from './style';
  export const style: MapStyle;
}
