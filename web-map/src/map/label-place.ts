import { evenLine, type Line, type XY } from './lines';

/** How a name is written. */
export interface LabelStyle {
  size: number;
  weight: 400 | 500 | 600;
  italic?: boolean;
  /** Extra room between letters, in em. */
  spacing?: number;
  colour: string;
  /** None when the name lies on a plain ground. */
  halo?: string;
  haloWidth?: number;
}
interface LabelBase {
  text: string;
  style: LabelStyle;
  /** Lower is placed first. */
  priority: number;
}
export interface LineLabel extends LabelBase {
  line: Line;
}
export interface PointLabel extends LabelBase {
  at: XY;
  /** Shifts to try when the place is taken. */
  shifts?: readonly XY[];
  /** Whether it must also keep clear of markers. */
  avoidsMarkers?: boolean;
}
export type Label = LineLabel | PointLabel;

/** A letter, or letters that stand on a straight line, with their middle and turn, ready to draw. */
export interface Letter extends XY {
  text: string;
  angle: number;
}
export interface Placed {
  style: LabelStyle;
  letters: Letter[];
}
/** x, y, width, height. */
export type Box = readonly [number, number, number, number];

/** Room that is already taken on the screen. */
export class Taken {
  private readonly cells = new Map<string, Box[]>();
  private static readonly SIZE = 64;

  free(box: Box): boolean {
    for (const key of this.keys(box))
      if (this.cells.get(key)?.some((other) => overlap(box, other))) return false;
    return true;
  }
  take(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }
  private *keys([x, y, width, height]: Box): Generator<string> {
    const size = Taken.SIZE;
    for (let i = Math.floor(x / size); i <= Math.floor((x + width) / size); i++)
      for (let j = Math.floor(y / size); j <= Math.floor((y + height) / size); j++) yield `${i},${j}`;
  }
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

/** Width of a text in pixels, and how far into it each letter begins. */
export type Measure = (text: string, style: LabelStyle) => { width: number; starts: number[] };

const STEP = 4;
const STRAIGHT = 0.93;
const MOST_TURN = 1.1;
/** Of a name, what markers may cover. */
const MOST_HIDDEN = 0.15;
/** A name whose line bends less than this is written in one piece. */
const STRAIGHT_PIXELS = 1.5;
/** Two degrees: less than can be seen between two letters. */
const TURN_STEP = Math.PI / 90;

interface Candidate {
  from: number;
  to: number;
  cost: number;
}

/** Finds the calmest free stretch of a line for a name; `null` when there is none. */
export function placeOnLine(
  label: LineLabel,
  measure: Measure,
  { taken, markers }: Room,
  room: Box,
): Placed | null {
  const { width, starts } = measure(label.text, label.style);
  const line = evenLine(label.line, STEP);
  const count = Math.ceil((width + 14) / STEP);
  const candidates = stretches(line, count, room).sort((a, b) => a.cost - b.cost);
  // clear of markers if there is such a stretch; a letter or two below one rather than no name, but no half of a name
  for (const hidden of [0, MOST_HIDDEN])
    for (const { from, to } of candidates) {
      const part = line.slice(from, to + 1);
      const boxes = part
        .filter((_, at) => at % 2 === 0)
        .map((point) => around(point, label.style.size * 0.75));
      if (!boxes.every((box) => taken.free(box))) continue;
      if (boxes.filter((box) => !markers.free(box)).length > boxes.length * hidden) continue;
      boxes.forEach((box) => taken.take(box));
      return { style: label.style, letters: along(part, label.text, width, starts) };
    }
  return null;
}

/** Where other names lie, and where markers do. */
interface Room {
  taken: Taken;
  markers: Taken;
}

function around({ x, y }: XY, half: number): Box {
  return [x - half, y - half, half * 2, half * 2];
}

function within({ x, y }: XY, [left, top, width, height]: Box): boolean {
  return x > left && y > top && x < left + width && y < top + height;
}

function stretches(line: readonly XY[], count: number, room: Box): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from + count < line.length; from += 4) {
    const to = from + count;
    const a = line[from] as XY;
    const b = line[to] as XY;
    if (!within(a, room) || !within(b, room)) continue;
    const length = count * STEP;
    if (Math.hypot(b.x - a.x, b.y - a.y) / length < STRAIGHT) continue;
    const turn = turning(line, from, to);
    if (turn > MOST_TURN) continue;
    // calm, level and central stretches read best
    const offCentre = Math.abs((from + to) / 2 / line.length - 0.5);
    found.push({ from, to, cost: turn + (Math.abs(b.y - a.y) / length) * 0.5 + offCentre * 0.2 });
  }
  return found;
}

function turning(line: readonly XY[], from: number, to: number): number {
  let turn = 0;
  for (let index = from + 2; index <= to; index++) {
    const [a, b, c] = [line[index - 2] as XY, line[index - 1] as XY, line[index] as XY];
    const angle = Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x);
    turn += Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)));
  }
  return turn;
}

function along(part: XY[], text: string, width: number, starts: number[]): Letter[] {
  const first = part[0] as XY;
  const last = part[part.length - 1] as XY;
  const line = last.x < first.x ? [...part].reverse() : part;
  const begin = ((line.length - 1) * STEP - width) / 2;
  if (bend(line) < STRAIGHT_PIXELS)
    return [{ text, ...pointAt(line, (line.length - 1) / 2, line.length / 2) }];
  return [...text].map((letter, index) => {
    const start = starts[index] ?? 0;
    const middle = begin + (start + (starts[index + 1] ?? width)) / 2;
    const { x, y, angle } = pointAt(line, middle / STEP);
    // a browser keeps the pictures of letters by their turn: not one for each letter of each street
    return { text: letter, x, y, angle: Math.round(angle / TURN_STEP) * TURN_STEP };
  });
}

/** How far a line lies from the straight one between its ends, at most. */
function bend(line: readonly XY[]): number {
  const a = line[0] as XY;
  const b = line[line.length - 1] as XY;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const off = ({ x, y }: XY): number => Math.abs((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length;
  return line.reduce((most, point) => Math.max(most, off(point)), 0);
}

/** @param around how many points on both sides tell the angle */
function pointAt(line: readonly XY[], position: number, around = 1): XY & { angle: number } {
  const index = Math.max(0, Math.min(line.length - 2, Math.floor(position)));
  const a = line[index] as XY;
  const b = line[index + 1] as XY;
  const share = position - index;
  // the angle over a longer piece keeps neighbouring letters in step
  const c = line[Math.max(0, Math.ceil(index - around))] as XY;
  const d = line[Math.min(line.length - 1, Math.floor(index + 1 + around))] as XY;
  return {
    x: a.x + (b.x - a.x) * share,
    y: a.y + (b.y - a.y) * share,
    angle: Math.atan2(d.y - c.y, d.x - c.x),
  };
}

/** Puts a name at its place or at one of its shifts; `null` when all are taken. */
export function placeAtPoint(
  label: PointLabel,
  measure: Measure,
  taken: readonly Taken[],
  room: Box,
): Placed | null {
  const { width } = measure(label.text, label.style);
  const { size } = label.style;
  for (const shift of [{ x: 0, y: 0 }, ...(label.shifts ?? [])]) {
    const at = { x: label.at.x + shift.x, y: label.at.y + shift.y };
    if (!within(at, room)) continue;
    const box: Box = [at.x - width / 2 - 4, at.y - size * 0.8, width + 8, size * 1.6];
    if (!taken.every((one) => one.free(box))) continue;
    taken[0]?.take(box);
    return { style: label.style, letters: [{ text: label.text, ...at, angle: 0 }] };
  }
  return null;
}
