import { describe, expect, it } from 'vitest';
import { clusterOfOne, mergedClusters, type RequestMark } from './marker-data';
import { MarkNews } from './mark-news';

const mark = (id: string, lon = 2.9): RequestMark => ({
  id,
  number: id,
  state: 'RECEIVED',
  title: 'Trou',
  glyph: 'street',
  address: '1 rue Haute',
  position: { type: 'Point', coordinates: [lon, 47.35] },
  ring: { late: false },
});
function newsAt(): { news: MarkNews; wait: (ms: number) => void } {
  let time = 0;
  return { news: new MarkNews(() => time), wait: (ms) => (time += ms) };
}

describe('News of a request', () => {
  it('is said with a number of its own, so that a marker says it once', () => {
    const { news } = newsAt();
    news.tell(mark('a'), 'new');
    const first = news.ofRequest('a');
    news.tell(mark('a'), 'changed');
    expect(first?.news).toBe('new');
    expect(news.ofRequest('a')?.serial).not.toBe(first?.serial);
  });
  it('is told once, also when two ways bring it', () => {
    const { news } = newsAt();
    expect(news.tell(mark('a'), 'new')).not.toBeNull();
    const { serial } = news.ofRequest('a') ?? {};
    expect(news.tell(mark('a'), 'new')).toBeNull();
    expect(news.ofRequest('a')?.serial).toBe(serial);
  });
  it('grows old', () => {
    const { news, wait } = newsAt();
    news.tell(mark('a'), 'new');
    wait(10_000);
    expect(news.ofRequest('a')).toBeUndefined();
  });
  it('is said by the donut that counts the request, by its ids or by its ground', () => {
    const { news } = newsAt();
    news.tell(mark('a'), 'new');
    const known = mergedClusters(clusterOfOne(mark('a')), clusterOfOne(mark('b')));
    const other = mergedClusters(clusterOfOne(mark('c')), clusterOfOne(mark('d')));
    const served = { ...other, ids: [] };
    expect(news.ofCluster(known)?.news).toBe('new');
    expect(news.ofCluster(other)).toBeUndefined();
    expect(news.ofCluster(served)?.news).toBe('new');
  });
  it('keeps what was finished in sight for a moment', () => {
    const { news, wait } = newsAt();
    news.tell({ ...mark('a'), state: 'RESOLVED' }, 'done');
    news.tell(mark('b'), 'changed');
    expect(news.leaving(new Set(['b'])).map(({ id }) => id)).toEqual(['a']);
    expect(news.leaving(new Set(['a', 'b']))).toEqual([]);
    wait(3_000);
    expect(news.leaving(new Set())).toEqual([]);
  });
});
