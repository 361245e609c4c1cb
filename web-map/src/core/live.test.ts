import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live, type LiveState } from './live';

/** A stream that the test opens, feeds and breaks. */
class Stream extends EventTarget {
  readyState: number = EventSource.CONNECTING;
  constructor(readonly url: string) {
    super();
  }
  opens(): void {
    this.readyState = EventSource.OPEN;
    this.dispatchEvent(new Event('open'));
  }
  says(type: string, data: unknown, lastEventId = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }
  /** As when the network goes: the browser tries again by itself. */
  breaks(refused = false): void {
    this.readyState = refused ? EventSource.CLOSED : EventSource.CONNECTING;
    this.dispatchEvent(new Event('error'));
  }
  close(): void {
    this.readyState = EventSource.CLOSED;
  }
}
let streams: Stream[];
let states: LiveState[];
let live: Live<unknown>;
const last = (): Stream => streams.at(-1) as Stream;

beforeEach(() => {
  vi.stubGlobal('EventSource', { CONNECTING: 0, OPEN: 1, CLOSED: 2 });
  vi.useFakeTimers();
  [streams, states] = [[], []];
  live = new Live<unknown>({
    base: '/aubrelle',
    audience: 'desk',
    onChange: () => undefined,
    onReload: () => undefined,
    onState: (state) => states.push(state),
    open: (url) => {
      const stream = new Stream(url);
      streams.push(stream);
      return stream as unknown as EventSource;
    },
  });
  last().opens();
  last().says('request', { change: 'RECEIVED', id: 'a', card: null }, '41');
});
afterEach(() => {
  live.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('The line of live changes', () => {
  it('says nothing of a break that mends itself', () => {
    last().breaks();
    vi.advanceTimersByTime(3_000);
    last().opens();
    vi.advanceTimersByTime(60_000);
    expect(states).not.toContain('waiting');
  });
  it('says that it is down when the break lasts, once', () => {
    last().breaks();
    vi.advanceTimersByTime(3_000);
    last().breaks();
    vi.advanceTimersByTime(3_000);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1);
  });
  it('asks for what was missed when it had to begin anew', () => {
    last().breaks(true);
    vi.advanceTimersByTime(1_000);
    expect(streams).toHaveLength(2);
    expect(last().url).toBe('/aubrelle/live?for=desk&lastEventId=41');
  });
  it('knows at once that the network is gone, and does not wait once it is back', () => {
    dispatchEvent(new Event('offline'));
    expect(states.at(-1)).toBe('waiting');
    dispatchEvent(new Event('online'));
    expect(last().url).toContain('lastEventId=41');
    last().opens();
    expect(states.at(-1)).toBe('open');
  });
  it('listens no more once closed', () => {
    live.close();
    dispatchEvent(new Event('online'));
    expect(streams).toHaveLength(1);
  });
});
