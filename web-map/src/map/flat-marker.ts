import { Marker, type Point } from 'leaflet';

/**
 * Leaflet moves each marker in three dimensions, which makes each a layer of its own for the browser: with two hundred of them, laying these
 * together takes longer than a frame. Flat ones are drawn into the layer of their pane, which is all that moves when the map does.
 */
export class FlatMarker extends Marker {
  /** Leaflet's own name for where it puts the icon, also while it zooms; there is none to be overridden in its public interface. */
  _setPos(position: Point): void {
    (Marker.prototype as unknown as { _setPos: (position: Point) => void })._setPos.call(this, position);
    const element = this.getElement();
    if (element) element.style.transform = `translate(${position.x}px, ${position.y}px)`;
  }
}
