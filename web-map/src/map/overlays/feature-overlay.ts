import type { GeoJsonObject } from 'geojson';
import { CircleMarker, GeoJSON, SVG, type Layer, type PathOptions } from 'leaflet';
import { featuresUrl, valuesOf, type PlaceFacts } from '../../core/overlay';
import type { Overlay } from '../../core/overlay-types';
import type { MapHost } from '../host';
import { toBounds } from '../geo';
import type { DrawnOverlay, Told } from './drawn';

/** How much more than the view is asked for, so that a small step needs no new question. */
const PAD = 0.2;

/** Features that a service gives as GeoJSON: those in view, again when the view has moved. */
export class FeatureOverlay implements DrawnOverlay {
  private host: MapHost | undefined;
  private layer: GeoJSON | undefined;
  private asking: AbortController | undefined;
  private undo: (() => void)[] = [];

  constructor(
    private readonly overlay: Overlay,
    private readonly tell: Told,
    /** Told what was clicked. */
    private readonly onFacts: (facts: PlaceFacts) => void,
  ) {}

  attach(host: MapHost): void {
    this.host = host;
    const moved = (): void => void this.load();
    host.map.on('moveend', moved);
    this.undo = [
      () => host.map.off('moveend', moved),
      host.onTheme(() => this.layer?.setStyle(this.look(host))),
    ];
    void this.load();
  }
  detach(): void {
    this.asking?.abort();
    this.undo.forEach((step) => step());
    this.layer?.remove();
    this.layer = undefined;
    this.host = undefined;
  }

  private async load(): Promise<void> {
    const { host, overlay } = this;
    if (!host) return;
    this.asking?.abort();
    const zoom = host.map.getZoom();
    if (zoom < overlay.minZoom || zoom > overlay.maxZoom) {
      this.layer?.remove();
      this.layer = undefined;
      return;
    }
    const asking = new AbortController();
    this.asking = asking;
    this.tell('loading');
    try {
      const url = featuresUrl(overlay, toBounds(host.map.getBounds().pad(PAD)));
      const answer = await fetch(url, {
        signal: asking.signal,
        credentials: 'omit',
        headers: { Accept: 'application/geo+json, application/json' },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      this.draw(host, (await answer.json()) as GeoJsonObject);
      this.tell('fine');
    } catch {
      if (!asking.signal.aborted) this.tell('silent');
    }
  }

  private draw(host: MapHost, features: GeoJsonObject): void {
    const look = { ...this.look(host), renderer: rendererOf(host) };
    const layer = new GeoJSON(features, {
      style: () => look,
      pointToLayer: (_feature, place) => new CircleMarker(place, { ...look, radius: 6 }),
      onEachFeature: (feature, drawn: Layer) => {
        drawn.on('click', () => this.onFacts({ values: valuesOf(feature.properties) }));
      },
    });
    this.layer?.remove();
    this.layer = layer.addTo(host.map);
  }

  private look(host: MapHost): PathOptions {
    const opacity = this.overlay.opacityPercent / 100;
    const { select } = host.palette();
    return {
      pane: 'overlays',
      color: select,
      weight: 2,
      opacity,
      fillOpacity: 0.18 * opacity,
      // what was clicked is this feature, not the ground below it
      bubblingMouseEvents: false,
    };
  }
}

const renderers = new WeakMap<MapHost, SVG>();

/** One drawing for all features, in their own place below the sectors. */
function rendererOf(host: MapHost): SVG {
  const known = renderers.get(host) ?? new SVG({ pane: 'overlays' });
  renderers.set(host, known);
  return known;
}
