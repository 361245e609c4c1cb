import { describe, expect, it } from 'vitest';
import { FrameQueue } from './frame-queue';

function queueOf(costMs: number) {
  let time = 0;
  let frame: (() => void) | undefined;
  const done: string[] = [];
  const queue = new FrameQueue(
    (run) => {
      frame = run;
      return 1;
    },
    () => time,
  );
  const add = (name: string, key: object = {}): void =>
    queue.add(key, () => {
      time += costMs;
      done.push(name);
    });
  const nextFrame = (): void => {
    const run = frame;
    frame = undefined;
    run?.();
  };
  return { queue, add, done, nextFrame, isIdle: () => frame === undefined };
}

describe('Work that waits for a frame', () => {
  it('is done a little in each', () => {
    const { add, done, nextFrame, isIdle } = queueOf(4);
    for (const name of ['a', 'b', 'c']) add(name);
    expect(done).toEqual([]);
    nextFrame();
    expect(done).toEqual(['a', 'b']);
    nextFrame();
    expect(done).toEqual(['a', 'b', 'c']);
    expect(isIdle()).toBe(true);
  });
  it('goes on although each piece is longer than its share', () => {
    const { add, done, nextFrame } = queueOf(50);
    for (const name of ['a', 'b']) add(name);
    nextFrame();
    expect(done).toEqual(['a']);
    nextFrame();
    expect(done).toEqual(['a', 'b']);
  });
  it('is done once when it was asked for twice, and not at all when it was dropped', () => {
    const { queue, add, done, nextFrame } = queueOf(1);
    const [tile, gone] = [{}, {}];
    add('old', tile);
    add('gone', gone);
    add('new', tile);
    queue.drop(gone);
    nextFrame();
    expect(done).toEqual(['new']);
  });
});
