import { describe, expect, it } from 'vitest';
import { GLYPHS, glyphMarkup } from './glyphs';
import { arcDashes, ringMarkup, ringSvg } from './ring';
import { clusterSvg, noCounts } from './cluster';

describe('The time ring', () => {
  it('draws as much of its arc as there is time left', () => {
    expect(arcDashes(0.5, 100)).toBe('50.0 100.0');
    expect(arcDashes(-1, 100)).toBe('0.0 100.0');
    expect(arcDashes(2, 100)).toBe('100.0 100.0');
  });
  it('is blue from a quarter up and amber below', () => {
    expect(ringMarkup({ glyph: 'water', state: 'RECEIVED', ring: { left: 0.25, late: false } })).toContain(
      'arc--ok',
    );
    expect(ringMarkup({ glyph: 'water', state: 'RECEIVED', ring: { left: 0.24, late: false } })).toContain(
      'arc--warn',
    );
  });
  it('closes in red with a flag once the promise is broken', () => {
    const markup = ringMarkup({ glyph: 'water', state: 'ASSIGNED', ring: { left: 0, late: true } });
    expect(markup).toContain('arc--late');
    expect(markup).toContain('ring__flag');
    expect(markup).not.toContain('stroke-dasharray');
  });
  it('has no arc when the work is done', () => {
    const markup = ringMarkup({ glyph: 'water', state: 'RESOLVED', ring: { late: false } });
    expect(markup).not.toContain('class="arc');
    expect(markup).toContain('ring__check');
  });
  it('needs neither inline style nor ids, which the page forbids or would share', () => {
    for (const state of ['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'FORWARDED', 'RESOLVED', 'REJECTED'] as const)
      expect(ringSvg({ glyph: 'tag', state, ring: { left: 0.5, late: false } }, 42)).not.toMatch(
        / style=| id=/,
      );
  });
  it('finds a drawing for every category glyph', () => {
    for (const glyph of GLYPHS) expect(glyphMarkup(glyph)).toMatch(/^<path/);
  });
});

describe('The cluster donut', () => {
  it('counts what is inside and shows a notch only when something is late', () => {
    const counts = { ...noCounts(), received: 3, done: 2 };
    expect(clusterSvg(counts, 0)).toContain('>5</text>');
    expect(clusterSvg(counts, 0)).not.toContain('notch');
    expect(clusterSvg(counts, 1)).toContain('notch');
  });
});
