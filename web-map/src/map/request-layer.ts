import type { Bounds, Point, RequestCard, RequestFilter } from '../core/types';
import { DomMarkers } from './dom-markers';
import { toBounds, toLatLng, toLatLngBounds } from './geo';
import type { MapHost } from './host';
import { markOf, type ClusterMark, type RequestMark } from './marker-data';
import { mergeClose, type Marks } from './merge';
import type { MapLayer } from './port';
import { clusterSpec, requestSpec } from './request-marks';
import { RequestSource } from './request-source';

export interface RequestLayerOptions {
  /** `/{code}`: with it the layer reads the public tiles; without, the page gives the items. */
  base?: string;
  onSelect: (id: string) => void;
  onHover?: (id: string | null) => void;
  /** Requests that no zoom can separate; the ids are empty when only the server knows them. */
  onList?: (bounds: Bounds, ids: string[]) => void;
  /** Whether the view has more settled requests than are drawn. */
  onMore?: (more: boolean) => void;
}

/** Requests as rings and donuts, from the server's tiles or from a page's own items. */
export class RequestLayer implements MapLayer {
  private host: MapHost | undefined;
  private markers: DomMarkers | undefined;
  private readonly source: RequestSource | undefined;
  private marks: Marks = { requests: [], clusters: [] };
  private merged: { of: Marks; zoom: number; selected: RequestMark | null; marks: Marks } | undefined;
  private selected: RequestMark | null = null;
  private hovered: string | null = null;
  private dimmed = false;
  private asked = 0;
  private undo: (() => void)[] = [];

  constructor(private readonly options: RequestLayerOptions) {
    if (options.base !== undefined) this.source = new RequestSource(options.base);
  }

  attach(host: MapHost): void {
    this.host = host;
    this.markers = new DomMarkers(host.map);
    const markers = this.markers;
    const moved = (): void => this.reload();
    host.map.on('moveend', moved);
    this.undo = [
      () => host.map.off('moveend', moved),
      host.labels.addObstacles(() => markers.boxes()),
      () => markers.show([]),
    ];
    this.reload();
  }

  detach(): void {
    this.undo.forEach((step) => step());
    this.undo = [];
    this.host = undefined;
    this.markers = undefined;
  }

  /** For the tiles: which requests are shown. */
  setFilter(filter: Omit<RequestFilter, 'bbox' | 'q'>): void {
    this.source?.setFilter(filter);
    this.reload();
  }

  /** For the desk and the field: the requests themselves; close ones are joined here. */
  setItems(cards: readonly RequestCard[]): void {
    this.marks = { requests: cards.map(markOf).filter((mark) => mark !== null), clusters: [] };
    this.render();
  }

  /** After a live change: reads again what lies at the position, or everything. */
  refresh(position?: Point): void {
    this.source?.forget(position);
    this.reload();
  }

  /** The selected request is always shown alone, also when the tiles have it in a cluster. */
  select(card: RequestCard | null): void {
    this.selected = card && markOf(card);
    this.render();
  }

  /** Shares the pointer with a list beside the map. */
  hover(id: string | null): void {
    if (id === this.hovered) return;
    this.hovered = id;
    this.render();
  }

  /** Steps back while something else is placed on the map. */
  dim(dimmed: boolean): void {
    this.dimmed = dimmed;
    this.render();
  }

  focus(id: string): void {
    this.markers?.focus(id);
  }

  private reload(): void {
    if (!this.host) return;
    if (!this.source) {
      this.render();
      return;
    }
    const { map } = this.host;
    const asked = ++this.asked;
    void this.source.load(toBounds(map.getBounds().pad(0.1)), map.getZoom()).then((marks) => {
      // an answer to an older view must not replace a newer one
      if (asked !== this.asked) return;
      this.marks = marks;
      this.options.onMore?.(marks.more === true);
      this.render();
    });
  }

  private render(): void {
    const { host, markers } = this;
    if (!host || !markers) return;
    const zoom = host.map.getZoom();
    const { requests, clusters } = this.merge(host, zoom);
    const view = host.map.getBounds().pad(0.2);
    const seen = ({ position }: { position: Point }): boolean => view.contains(toLatLng(position));
    markers.show([
      ...clusters.filter(seen).map((cluster) => clusterSpec(cluster, this.dimmed, () => this.open(cluster))),
      ...requests.filter(seen).map((mark) => this.spec(mark)),
    ]);
    host.labels.schedule();
  }

  /** Thousands of marks are not joined again because the pointer moved. */
  private merge(host: MapHost, zoom: number): Marks {
    const { merged, marks: of, selected } = this;
    if (merged?.of === of && merged.zoom === zoom && merged.selected === selected) return merged.marks;
    const pixel = (position: Point) => host.map.project(toLatLng(position), zoom);
    const marks = mergeClose(this.withSelected(), pixel, selected?.id ?? null);
    this.merged = { of, zoom, selected, marks };
    return marks;
  }

  private withSelected(): Marks {
    const { selected, marks } = this;
    if (!selected) return marks;
    const others = marks.requests.filter(({ id }) => id !== selected.id);
    return { requests: [...others, selected], clusters: marks.clusters };
  }

  private spec(mark: RequestMark): ReturnType<typeof requestSpec> {
    const selected = mark.id === this.selected?.id;
    const attention = { selected, hovered: mark.id === this.hovered, dimmed: this.dimmed && !selected };
    return requestSpec(mark, attention, {
      onClick: () => this.options.onSelect(mark.id),
      onHover: (over) => {
        this.hover(over ? mark.id : null);
        this.options.onHover?.(over ? mark.id : null);
      },
    });
  }

  private open({ bounds, ids }: ClusterMark): void {
    const { map, insets } = this.host as MapHost;
    const place = toLatLngBounds(bounds);
    const same = place.getSouthWest().distanceTo(place.getNorthEast()) < 3;
    if (same || map.getZoom() >= map.getMaxZoom()) {
      this.options.onList?.(bounds, ids);
      return;
    }
    const target = map.getBoundsZoom(place.pad(0.1));
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, target));
    const shift = [(insets.right - insets.left) / 2, (insets.bottom - insets.top) / 2] as [number, number];
    map.setView(map.unproject(map.project(place.getCenter(), zoom).add(shift), zoom), zoom);
  }
}
