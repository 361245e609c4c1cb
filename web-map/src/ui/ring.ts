import type { Glyph, RingTime, State } from '../core/types';
import { urgency } from '../core/time';
import { glyphMarkup } from './glyphs';

/** The five shapes a state is drawn as, and one for requests set aside without work. */
export type Shape = 'received' | 'assigned' | 'progress' | 'done' | 'forwarded' | 'aside';

const SHAPES: Record<State, Shape> = {
  RECEIVED: 'received',
  ASSIGNED: 'assigned',
  REOPENED: 'assigned',
  IN_PROGRESS: 'progress',
  FORWARDED: 'forwarded',
  RESOLVED: 'done',
  CLOSED: 'done',
  REJECTED: 'aside',
  DUPLICATE: 'aside',
};
export const shapeOf = (state: State): Shape => SHAPES[state] ?? 'received';

/** What a ring needs to know of a request. */
export interface RingSpec {
  glyph: Glyph;
  state: State;
  ring: Pick<RingTime, 'left' | 'late'>;
}

const ARC_RADIUS = 20.2;
const ARC_LENGTH = 2 * Math.PI * ARC_RADIUS;

/** Dashes that draw a share of a circle of this length, clockwise from its start. */
export function arcDashes(share: number, length: number): string {
  const drawn = Math.max(0, Math.min(1, share)) * length;
  return `${drawn.toFixed(1)} ${length.toFixed(1)}`;
}

/** The ring's drawing in a 48 box, without its outer element. Carries no text of users, so it is safe as markup. */
export function ringMarkup({ glyph, state, ring }: RingSpec): string {
  const shape = shapeOf(state);
  const timed = shape !== 'done' && shape !== 'aside';
  const casing = `<circle class="ring__case" cx="24" cy="24" r="${timed ? 22.6 : 17.5}"/>`;
  return casing + (timed ? arc(ring) : '') + core(shape, glyph);
}

/** The whole ring as an SVG text, for places without components such as map markers. */
export function ringSvg(spec: RingSpec, size: number): string {
  return `<svg class="ring" width="${size}" height="${size}" viewBox="0 0 48 48" aria-hidden="true">${ringMarkup(spec)}</svg>`;
}

function arc(ring: RingSpec['ring']): string {
  const level = urgency(ring);
  const circle = (name: string, more = ''): string =>
    `<circle class="${name}" cx="24" cy="24" r="${ARC_RADIUS}"${more}/>`;
  if (level === 'late')
    return `${circle('ring__pulse')}${circle('arc arc--late')}<path class="ring__flag" d="M24 8.5 18-2h12z"/>`;
  const track = circle('ring__track');
  if (level === 'done') return track;
  const dashes = arcDashes(ring.left ?? 0, ARC_LENGTH);
  return track + circle(`arc arc--${level}`, ` stroke-dasharray="${dashes}" transform="rotate(-90 24 24)"`);
}

function core(shape: Shape, glyph: Glyph): string {
  const drawing = glyphMarkup(glyph);
  const outline = '<circle class="ring__outline" cx="24" cy="24" r="14.2"/>';
  switch (shape) {
    case 'received':
      return `<circle class="ring__solid" cx="24" cy="24" r="15.5"/>${placed('ring__on', drawing)}`;
    case 'progress':
      return `${outline}<path class="ring__solid" d="M8.8 24a15.2 15.2 0 0 0 30.4 0z"/>${halves(drawing)}`;
    case 'forwarded':
      return (
        '<rect class="ring__outline" x="13" y="13" width="22" height="22" rx="3.5" transform="rotate(45 24 24)"/>' +
        `<svg class="ring__ink" x="14.5" y="14.5" width="19" height="19" viewBox="0 0 24 24">${drawing}</svg>`
      );
    case 'done':
      return '<circle class="ring__done" cx="24" cy="24" r="15.5"/><path class="ring__on ring__check" d="M16.5 24.5l5 5 10-11"/>';
    default:
      return outline + placed('ring__ink', drawing);
  }
}

function placed(name: string, drawing: string): string {
  return `<svg class="${name}" x="13.5" y="13.5" width="21" height="21" viewBox="0 0 24 24">${drawing}</svg>`;
}

/** Ink above, paper below the middle: each half is cut by its own viewport, so no ids are needed. */
function halves(drawing: string): string {
  return (
    `<svg class="ring__ink" x="13.5" y="13.5" width="21" height="10.5" viewBox="0 0 24 12">${drawing}</svg>` +
    `<svg class="ring__on" x="13.5" y="24" width="21" height="10.5" viewBox="0 12 24 12">${drawing}</svg>`
  );
}
