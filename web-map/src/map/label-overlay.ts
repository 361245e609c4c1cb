import { DomUtil, type Map as LeafletMap, type Point as PixelPoint } from 'leaflet';
import {
  placeAtPoint,
  placeOnLine,
  Taken,
  type Box,
  type Label,
  type LabelStyle,
  type Placed,
} from './label-place';
import type { Palette } from './palette';

/** Where names come from: asked each time the view has come to rest. Places are in layer pixels. */
export type LabelSource = (palette: Palette) => Label[];
/** Boxes of markers, in layer pixels. */
export type ObstacleSource = () => Box[];

const FAMILY = "'IBM Plex Sans', system-ui, sans-serif";
const MARGIN = 0.15;

/** One canvas over the whole view on which all names are placed together: no tile border cuts a name. */
export class LabelOverlay {
  private readonly canvas = document.createElement('canvas');
  private readonly sources = new Set<LabelSource>();
  private readonly obstacles = new Set<ObstacleSource>();
  private readonly widths = new Map<string, { width: number; starts: number[] }>();
  private frame = 0;

  constructor(
    private readonly map: LeafletMap,
    private readonly palette: () => Palette,
  ) {
    this.canvas.className = 'map__labels';
    map.getPane('labels')?.append(this.canvas);
    map.on('moveend zoomend resize', this.schedule, this);
    map.on('zoomstart', this.hide, this);
    this.awaitTypeface();
  }

  addSource(source: LabelSource): () => void {
    this.sources.add(source);
    this.schedule();
    return () => this.sources.delete(source);
  }
  addObstacles(source: ObstacleSource): () => void {
    this.obstacles.add(source);
    return () => this.obstacles.delete(source);
  }

  /** Draws again soon; many calls make one drawing. */
  schedule(): void {
    if (this.frame !== 0) return;
    this.frame = window.setTimeout(() => {
      this.frame = 0;
      this.draw();
    }, 40);
  }

  destroy(): void {
    clearTimeout(this.frame);
    this.map.off('moveend zoomend resize', this.schedule, this);
    this.map.off('zoomstart', this.hide, this);
    this.canvas.remove();
  }

  /** A canvas does not wait for a typeface: widths measured before it has arrived are wrong. */
  private awaitTypeface(): void {
    const faces = ['400', '500', '600', 'italic 400'].map((face) =>
      document.fonts.load(`${face} 12px 'IBM Plex Sans'`),
    );
    void Promise.allSettled(faces).then(() => {
      this.widths.clear();
      this.schedule();
    });
  }

  private hide(): void {
    this.canvas.hidden = true;
  }

  private draw(): void {
    const size = this.map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const origin = this.map.containerPointToLayerPoint([0, 0]).subtract(margin);
    const full = size.add(margin).add(margin);
    const context = this.prepare(full, origin);
    if (!context) return;
    for (const placed of this.place(context, [origin.x, origin.y, full.x, full.y]))
      this.write(context, placed);
  }

  private prepare(size: PixelPoint, origin: PixelPoint): CanvasRenderingContext2D | null {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.canvas.width = size.x * ratio;
    this.canvas.height = size.y * ratio;
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
    DomUtil.setPosition(this.canvas, origin);
    this.canvas.hidden = false;
    const context = this.canvas.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, -origin.x * ratio, -origin.y * ratio);
    return context;
  }

  private place(context: CanvasRenderingContext2D, room: Box): Placed[] {
    const taken = new Taken();
    const markers = new Taken();
    for (const source of this.obstacles) for (const box of source()) markers.take(box);
    const labels = [...this.sources].flatMap((source) => source(this.palette()));
    labels.sort((a, b) => a.priority - b.priority);
    const measure = (text: string, style: LabelStyle) => this.measure(context, text, style);
    const placed: Placed[] = [];
    for (const label of labels) {
      const one =
        'line' in label
          ? placeOnLine(label, measure, { taken, markers }, room)
          : placeAtPoint(label, measure, label.avoidsMarkers ? [taken, markers] : [taken], room);
      if (one) placed.push(one);
    }
    return placed;
  }

  private measure(context: CanvasRenderingContext2D, text: string, style: LabelStyle) {
    const font = fontOf(style);
    const key = `${font}|${style.spacing ?? 0}|${text}`;
    const known = this.widths.get(key);
    if (known) return known;
    context.font = font;
    const spacing = (style.spacing ?? 0) * style.size;
    const letters = [...text];
    const starts = letters.map(
      (_, index) => context.measureText(letters.slice(0, index).join('')).width + index * spacing,
    );
    const measured = { width: context.measureText(text).width + (letters.length - 1) * spacing, starts };
    this.widths.set(key, measured);
    return measured;
  }

  private write(context: CanvasRenderingContext2D, { style, letters }: Placed): void {
    context.font = fontOf(style);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.letterSpacing = letters.length === 1 ? `${(style.spacing ?? 0) * style.size}px` : '0px';
    const each = (draw: (text: string) => void): void => {
      for (const { text, x, y, angle } of letters) {
        context.save();
        context.translate(x, y);
        context.rotate(angle);
        draw(text);
        context.restore();
      }
    };
    if (style.halo) {
      context.strokeStyle = style.halo;
      context.lineWidth = style.haloWidth ?? 2.6;
      each((text) => context.strokeText(text, 0, 0));
    }
    context.fillStyle = style.colour;
    each((text) => context.fillText(text, 0, 0));
  }
}

function fontOf({ size, weight, italic }: LabelStyle): string {
  return `${italic ? 'italic ' : ''}${weight} ${size}px ${FAMILY}`;
}
