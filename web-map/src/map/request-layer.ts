import type { News } from '../core/news';
import type { Bounds, Point, RequestCard, RequestFilter } from '../core/types';
import { clusterTotal } from '../ui/cluster';
import { DomMarkers, type MarkerSpec } from './dom-markers';
import { toBounds, toLatLng, toLatLngBounds } from './geo';
import type { MapHost } from './host';
import { MarkNews } from './mark-news';
import { markOf, type ClusterMark, type RequestMark } from './marker-data';
import { mergeClose, type Marks } from './merge';
import type { MapLayer } from './port';
import { clusterSpec, leavingSpec, requestSpec } from './request-marks';
import { RequestSource } from './request-source';
import { MOST_SPREAD, Spread } from './spread';

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

/** What was joined, for which view of it. */
interface Merged {
  of: Marks;
  zoom: number;
  selected: RequestMark | null;
  apart: ReadonlySet<string>;
  marks: Marks;
}

/** Requests as rings and donuts, from the server's tiles or from a page's own items. */
export class RequestLayer implements MapLayer {
  private host: MapHost | undefined;
  private markers: DomMarkers | undefined;
  private readonly source: RequestSource | undefined;
  private marks: Marks = { requests: [], clusters: [] };
  private merged: Merged | undefined;
  private selected: RequestMark | null = null;
  private hovered: string | null = null;
  private dimmed = false;
  private readonly news = new MarkNews();
  private readonly spread = new Spread();
  private asked = 0;
  private nextFrame = 0;
  private undo: (() => void)[] = [];

  constructor(private readonly options: RequestLayerOptions) {
    if (options.base !== undefined) this.source = new RequestSource(options.base);
  }

  attach(host: MapHost): void {
    this.host = host;
    this.markers = new DomMarkers(host.map);
    const markers = this.markers;
    const moved = (): void => this.reload();
    const fold = (): void => {
      if (this.spread.end()) this.renderSoon();
    };
    host.map.on('moveend', moved).on('click zoomstart', fold);
    this.undo = [
      () => host.map.off('moveend', moved).off('click zoomstart', fold),
      () => this.spread.end(),
      host.labels.addObstacles(() => markers.boxes()),
      () => markers.show([]),
    ];
    this.reload();
  }

  detach(): void {
    this.undo.forEach((step) => step());
    this.undo = [];
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
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
    this.renderSoon();
  }

  /** Something has just happened to a request: its marker says so once, when it is drawn again. */
  tell(card: RequestCard, news: News): void {
    const mark = markOf(card);
    const again = mark && this.news.tell(mark, news);
    if (again === null) return;
    // a page's own items follow at once, tiles when they have come
    if (!this.source) this.renderSoon();
    if (news === 'done') setTimeout(() => this.renderSoon(), again);
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
      this.renderSoon();
    });
  }

  /** Many changes in a row are drawn once. */
  private renderSoon(): void {
    if (this.nextFrame !== 0 || !this.host) return;
    this.nextFrame = requestAnimationFrame(() => {
      this.nextFrame = 0;
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
      ...clusters.filter(seen).map((cluster) => this.clusterSpec(cluster)),
      ...requests.filter(seen).map((mark) => this.spec(mark)),
      ...this.spread.place(host, this.marks.requests).map((mark) => this.spec(mark)),
      ...this.leaving()
        .filter(seen)
        .map((mark) => this.leavingSpec(mark)),
    ]);
    host.labels.schedule();
  }

  /** A page's own items leave at once when they are finished: they are shown going. Tiles keep them. */
  private leaving(): RequestMark[] {
    if (this.source) return [];
    const shown = new Set(this.withSelected().requests.map(({ id }) => id));
    return this.news.leaving(shown);
  }

  /** Thousands of marks are not joined again because the pointer moved. */
  private merge(host: MapHost, zoom: number): Marks {
    const { merged, marks: of, selected } = this;
    const apart = this.spread.ids;
    if (merged?.of === of && merged.zoom === zoom && merged.selected === selected && merged.apart === apart)
      return merged.marks;
    const pixel = (position: Point) => host.map.project(toLatLng(position), zoom);
    const marks = mergeClose(this.withSelected(), pixel, selected?.id ?? null);
    this.merged = { of, zoom, selected, apart, marks };
    return marks;
  }

  /** What is fanned out has its own places. */
  private withSelected(): Marks {
    const { selected, marks } = this;
    const apart = this.spread.ids;
    if (!selected && apart.size === 0) return marks;
    const others = marks.requests.filter(({ id }) => id !== selected?.id && !apart.has(id));
    return {
      requests: selected && !apart.has(selected.id) ? [...others, selected] : others,
      clusters: marks.clusters,
    };
  }

  private spec(mark: RequestMark): MarkerSpec {
    const selected = mark.id === this.selected?.id;
    const attention = { selected, hovered: mark.id === this.hovered, dimmed: this.dimmed && !selected };
    return requestSpec(mark, { ...attention, said: this.news.ofRequest(mark.id) }, this.acts(mark));
  }

  private leavingSpec(mark: RequestMark): MarkerSpec {
    return leavingSpec(mark, this.news.ofRequest(mark.id), this.acts(mark));
  }

  private clusterSpec(cluster: ClusterMark): MarkerSpec {
    const hovered = this.hovered !== null && cluster.ids.includes(this.hovered);
    const attention = { hovered, dimmed: this.dimmed, said: this.news.ofCluster(cluster) };
    return clusterSpec(cluster, attention, () => this.open(cluster));
  }

  private acts({ id }: RequestMark): Pick<MarkerSpec, 'onClick' | 'onHover'> {
    return {
      onClick: () => this.options.onSelect(id),
      onHover: (over) => {
        this.hover(over ? id : null);
        this.options.onHover?.(over ? id : null);
      },
    };
  }

  private open(cluster: ClusterMark): void {
    const { map, insets } = this.host as MapHost;
    const place = toLatLngBounds(cluster.bounds);
    const same = place.getSouthWest().distanceTo(place.getNorthEast()) < 3;
    if (same || map.getZoom() >= map.getMaxZoom()) {
      this.takeApart(cluster);
      return;
    }
    const target = map.getBoundsZoom(place.pad(0.1));
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, target));
    const shift = [(insets.right - insets.left) / 2, (insets.bottom - insets.top) / 2] as [number, number];
    map.setView(map.unproject(map.project(place.getCenter(), zoom).add(shift), zoom), zoom);
  }

  /** No zoom can: a few are fanned out, many are listed, and so are those that only the server knows. */
  private takeApart({ position, bounds, counts, ids }: ClusterMark): void {
    if (ids.length > MOST_SPREAD || ids.length < clusterTotal(counts)) {
      this.options.onList?.(bounds, ids);
      return;
    }
    this.spread.start(position, ids);
    this.render();
    const [first] = [...ids].sort();
    if (first !== undefined) this.markers?.focus(first);
  }
}
