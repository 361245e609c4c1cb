import { describe, expect, it } from 'vitest';
import { noCounts } from '../ui/cluster';
import { clusterOfOne, type ClusterMark, type RequestMark } from './marker-data';
import { mergeClose } from './merge';
import { clippedLine, joinedLines } from './lines';

const mark = (id: string, x: number, late = false): RequestMark => ({
  id,
  number: id,
  state: 'RECEIVED',
  title: '',
  glyph: 'street',
  address: '',
  position: { type: 'Point', coordinates: [x, 0] },
  ring: { left: late ? 0 : 0.5, late },
});
const pixel = ({ coordinates: [x, y] }: { coordinates: [number, number] }) => ({ x, y });

describe('Marks that lie on each other', () => {
  it('are joined, and those apart stay alone', () => {
    const { requests, clusters } = mergeClose(
      { requests: [mark('a', 0), mark('b', 20, true), mark('c', 200)], clusters: [] },
      pixel,
    );
    expect(requests.map(({ id }) => id)).toEqual(['c']);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ late: 1, ids: ['a', 'b'], bounds: [0, 0, 20, 0] });
  });
  it('are joined across the cells they were counted in', () => {
    const first = mergeClose({ requests: [mark('a', 0), mark('b', 20)], clusters: [] }, pixel).clusters;
    const { requests, clusters } = mergeClose({ requests: [mark('c', -37)], clusters: first }, pixel);
    expect(requests).toHaveLength(0);
    expect(clusters[0]?.counts.received).toBe(3);
  });
  it('leave ground between two donuts, more between big ones', () => {
    const crowd = (x: number, received: number): ClusterMark => ({
      ...clusterOfOne(mark(`${x}`, x)),
      counts: { ...noCounts(), received },
    });
    const donuts = (apart: number, received: number): number =>
      mergeClose({ requests: [], clusters: [crowd(0, received), crowd(apart, received)] }, pixel).clusters
        .length;
    expect(donuts(63, 2)).toBe(1);
    expect(donuts(65, 2)).toBe(2);
    expect(donuts(79, 5000)).toBe(1);
    expect(donuts(81, 5000)).toBe(2);
  });
  it('never swallow the selected request', () => {
    const { requests } = mergeClose({ requests: [mark('a', 0), mark('b', 5)], clusters: [] }, pixel, 'b');
    expect(requests.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });
  it('make the same clusters in whatever order they come', () => {
    const marks = [mark('a', 0), mark('b', 25), mark('c', 50)];
    const forth = mergeClose({ requests: marks, clusters: [] }, pixel);
    const back = mergeClose({ requests: [...marks].reverse(), clusters: [] }, pixel);
    expect(back).toEqual(forth);
  });
});

describe('Lines cut by tiles', () => {
  it('lose what lies in the buffer', () => {
    const pieces = clippedLine(
      [
        { x: -10, y: 5 },
        { x: 50, y: 5 },
        { x: 110, y: 5 },
      ],
      100,
    );
    expect(pieces).toEqual([
      [
        { x: 0, y: 5 },
        { x: 50, y: 5 },
        { x: 100, y: 5 },
      ],
    ]);
  });
  it('are joined again where they meet', () => {
    const left = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const right = [
      { x: 200, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(joinedLines([left, right])).toHaveLength(1);
  });
});
