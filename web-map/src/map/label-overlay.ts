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

/**
 * Where names come from: asked each time the view has come to rest. Places are in layer pixels. Who has much to think about says
 * `null` now and then, so that the page can do something else.
 */
export type LabelSource = (palette: Palette) => Iterable<Label | null>;
/** Boxes of markers, in layer pixels. */
export type ObstacleSource = () => Box[];

const FAMILY = "'IBM Plex Sans', system-ui, sans-serif";
const MARGIN = 0.15;
/** How long placing names may keep the page busy at a time: half a frame. */
const SLICE_MS = 8;
/** How much is written at a time: the browser only notes it, and draws it when the slice is over. */
const SLICE_LETTERS = 40;

/**
 * One canvas over the whole view on which all names are placed together: no tile border cuts a name. They are placed a slice
 * at a time on a second canvas, which takes the first one's place when the last name is on it.
 */
export class LabelOverlay {
  private canvas = canvas();
  private next = canvas();
  private readonly sources = new Set<LabelSource>();
  private readonly obstacles = new Set<ObstacleSource>();
  private readonly widths = new Map<string, { width: number; starts: number[] }>();
  private later = 0;
  /** Says how much it has written since it was last asked. */
  private drawing: Generator<number> | null = null;
  /** Whether something changed while names were being placed. */
  private isStale = false;

  constructor(
    private readonly map: LeafletMap,
    private readonly palette: () => Palette,
  ) {
    map.getPane('labels')?.append(this.canvas, this.next);
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
    if (this.drawing) this.isStale = true;
    else if (this.later === 0)
      this.later = window.setTimeout(() => this.goOn((this.drawing = this.draw())), 40);
  }

  destroy(): void {
    this.stop();
    this.map.off('moveend zoomend resize', this.schedule, this);
    this.map.off('zoomstart', this.hide, this);
    this.canvas.remove();
    this.next.remove();
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
    this.stop();
    this.canvas.hidden = true;
  }

  private goOn(drawing: Generator<number>): void {
    const until = performance.now() + SLICE_MS;
    let letters = 0;
    while (letters < SLICE_LETTERS && performance.now() < until) {
      const step = drawing.next();
      if (step.done) {
        const again = this.isStale;
        this.stop();
        if (again) this.schedule();
        return;
      }
      letters += step.value;
    }
    this.later = window.setTimeout(() => this.goOn(drawing), 0);
  }

  private stop(): void {
    clearTimeout(this.later);
    this.later = 0;
    this.drawing = null;
    this.isStale = false;
  }

  private *draw(): Generator<number> {
    const size = this.map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const origin = this.map.containerPointToLayerPoint([0, 0]).subtract(margin);
    const full = size.add(margin).add(margin);
    const context = this.prepare(full, origin);
    if (!context) return;
    yield 0;
    for (const placed of this.place(context, [origin.x, origin.y, full.x, full.y])) {
      if (placed) this.write(context, placed);
      yield placed ? placed.letters.reduce((sum, { text }) => sum + text.length, 0) : 0;
    }
    [this.canvas, this.next] = [this.next, this.canvas];
    this.canvas.hidden = false;
    this.next.hidden = true;
  }

  private prepare(size: PixelPoint, origin: PixelPoint): CanvasRenderingContext2D | null {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.next.width = size.x * ratio;
    this.next.height = size.y * ratio;
    this.next.style.width = `${size.x}px`;
    this.next.style.height = `${size.y}px`;
    DomUtil.setPosition(this.next, origin);
    const context = this.next.getContext('2d');
    context?.setTransform(ratio, 0, 0, ratio, -origin.x * ratio, -origin.y * ratio);
    return context;
  }

  /** Name after name, the most important first; nothing where one finds no room. */
  private *place(context: CanvasRenderingContext2D, room: Box): Generator<Placed | null> {
    const taken = new Taken();
    const markers = new Taken();
    for (const source of this.obstacles) for (const box of source()) markers.take(box);
    const labels: Label[] = [];
    for (const source of this.sources)
      for (const label of source(this.palette())) {
        if (label) labels.push(label);
        yield null;
      }
    labels.sort((a, b) => a.priority - b.priority);
    const measure = (text: string, style: LabelStyle) => this.measure(context, text, style);
    for (const label of labels)
      yield 'line' in label
        ? placeOnLine(label, measure, { taken, markers }, room)
        : placeAtPoint(label, measure, label.avoidsMarkers ? [taken, markers] : [taken], room);
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

function canvas(): HTMLCanvasElement {
  const made = document.createElement('canvas');
  made.className = 'map__labels';
  made.hidden = true;
  return made;
}

function fontOf({ size, weight, italic }: LabelStyle): string {
  return `${italic ? 'italic ' : ''}${weight} ${size}px ${FAMILY}`;
}
