/** A place in pixels or tile units. */
export interface XY {
  x: number;
  y: number;
}
export type Line = readonly XY[];

/** The pieces of a line inside its tile: buffers of neighbours overlap and would name a street twice. */
export function clippedLine(line: Line, extent: number): XY[][] {
  const pieces: XY[][] = [];
  let piece: XY[] = [];
  for (let index = 1; index < line.length; index++) {
    const part = clippedSegment(line[index - 1] as XY, line[index] as XY, extent);
    if (!part) continue;
    const last = piece[piece.length - 1];
    if (!last || last.x !== part[0].x || last.y !== part[0].y) {
      piece = [part[0]];
      pieces.push(piece);
    }
    piece.push(part[1]);
  }
  return pieces;
}

/** Liang and Barsky: the part of a segment between 0 and the extent in both directions. */
function clippedSegment(a: XY, b: XY, extent: number): [XY, XY] | null {
  let from = 0;
  let to = 1;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  for (const [delta, room] of [
    [-dx, a.x],
    [dx, extent - a.x],
    [-dy, a.y],
    [dy, extent - a.y],
  ] as const) {
    if (delta === 0) {
      if (room < 0) return null;
    } else if (delta < 0) from = Math.max(from, room / delta);
    else to = Math.min(to, room / delta);
  }
  if (from > to) return null;
  const at = (share: number): XY => ({ x: a.x + dx * share, y: a.y + dy * share });
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}

const JOIN_WITHIN = 3;

/** Joins pieces that meet end to end, so that a name may cross the border of tiles. */
export function joinedLines(pieces: readonly Line[]): XY[][] {
  const left = pieces.filter((piece) => piece.length > 1).map((piece) => [...piece]);
  const joined: XY[][] = [];
  for (let line = left.pop(); line; line = left.pop()) {
    for (let found = true; found;) {
      found = false;
      for (let index = left.length - 1; index >= 0; index--) {
        const longer = joinedPair(line, left[index] as XY[]);
        if (!longer) continue;
        line = longer;
        left.splice(index, 1);
        found = true;
      }
    }
    joined.push(line);
  }
  return joined;
}

function joinedPair(a: XY[], b: XY[]): XY[] | null {
  const [a0, a1] = [a[0] as XY, a[a.length - 1] as XY];
  const [b0, b1] = [b[0] as XY, b[b.length - 1] as XY];
  if (near(a1, b0)) return [...a, ...b.slice(1)];
  if (near(b1, a0)) return [...b, ...a.slice(1)];
  if (near(a1, b1)) return [...a, ...b.reverse().slice(1)];
  if (near(a0, b0)) return [...b.reverse(), ...a.slice(1)];
  return null;
}

function near(a: XY, b: XY): boolean {
  return Math.abs(a.x - b.x) < JOIN_WITHIN && Math.abs(a.y - b.y) < JOIN_WITHIN;
}

/** Points every few pixels along a line, smoothed so that letters do not tumble at corners. */
export function evenLine(line: Line, step: number): XY[] {
  const points: XY[] = [];
  let rest = 0;
  for (let index = 1; index < line.length; index++) {
    const a = line[index - 1] as XY;
    const b = line[index] as XY;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    for (let at = rest; at < length; at += step)
      points.push({ x: a.x + ((b.x - a.x) * at) / length, y: a.y + ((b.y - a.y) * at) / length });
    rest = length === 0 ? rest : (((rest - length) % step) + step) % step;
  }
  return smoothed(points, 4);
}

function smoothed(points: XY[], rounds: number): XY[] {
  let line = points;
  for (let round = 0; round < rounds; round++)
    line = line.map((point, index) => {
      const before = line[index - 1];
      const after = line[index + 1];
      if (!before || !after) return point;
      return { x: (before.x + point.x + after.x) / 3, y: (before.y + point.y + after.y) / 3 };
    });
  return line;
}
