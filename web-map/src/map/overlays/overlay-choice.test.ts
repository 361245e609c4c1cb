import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Overlay } from '../../core/overlay-types';
import type { OverlayBook } from './overlay-book';
import { keepChoice } from './overlay-choice';

const KEY = 'vigie.overlays/aubrelle';
const TREES = { id: '01990000-0000-7000-8000-0000aaaaaaaa' } as Overlay;
const PLAN = { id: '01990000-0000-7000-8000-0000bbbbbbbb' } as Overlay;

function book(): OverlayBook {
  const shown = signal<readonly string[]>([]);
  const show = ({ id }: Overlay, on: boolean): void => {
    shown.value = on ? [...shown.value, id] : shown.value.filter((each) => each !== id);
  };
  return { overlays: [TREES, PLAN], shown, show } as unknown as OverlayBook;
}

beforeEach(() => localStorage.clear());

describe('the choice of layers', () => {
  it('is there again on the next visit, and what is no longer offered is left out', () => {
    const first = book();
    keepChoice(first, { linked: undefined, key: KEY });
    first.show(TREES, true);
    localStorage.setItem(KEY, `${localStorage.getItem(KEY) ?? ''},cccccccc`);
    const second = book();
    keepChoice(second, { linked: undefined, key: KEY });
    expect(second.shown.value).toEqual([TREES.id]);
  });

  it('comes from a link, which says nothing of what the reader chose', () => {
    localStorage.setItem(KEY, 'aaaaaaaa');
    const told: (readonly string[])[] = [];
    const linked = book();
    keepChoice(linked, { linked: ['bbbbbbbb'], key: KEY, onChange: (named) => told.push(named) });
    expect(linked.shown.value).toEqual([PLAN.id]);
    expect(localStorage.getItem(KEY)).toBe('aaaaaaaa');
    expect(told.at(-1)).toEqual(['bbbbbbbb']);
    linked.show(TREES, true);
    expect(localStorage.getItem(KEY)).toBe('bbbbbbbb,aaaaaaaa');
  });

  it('is kept nowhere in a frame', () => {
    const frame = book();
    keepChoice(frame, { linked: ['aaaaaaaa'], key: null });
    frame.show(PLAN, true);
    expect(localStorage.length).toBe(0);
  });
});
