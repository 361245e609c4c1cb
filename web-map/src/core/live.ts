import type { DraftNews } from './sector-types';

/** How the stream of changes is doing, for the page to show. */
export type LiveState = 'connecting' | 'open' | 'waiting' | 'closed';

/** A change of one request; without a card it is no longer visible to this reader. */
export interface LiveChange<Card> {
  change: string;
  card: Card | null;
  id: string;
}
export interface LiveOptions<Card> {
  base: string;
  audience?: 'desk' | 'field';
  onChange: (change: LiveChange<Card>) => void;
  /** Something told in passing: a draft of the sectors is open somewhere, or has changed. */
  onDraft?: (news: DraftNews) => void;
  /** The gap is too old to fill: read everything again. */
  onReload: () => void;
  onState?: (state: LiveState) => void;
  /** For tests. */
  open?: (url: string) => EventSource;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Every stream ends now and then and is back within three seconds: nobody need hear of that. */
const PATIENCE_MS = 4_000;

/** Listens to the server's changes and finds its place again after every interruption. */
export class Live<Card> {
  private source: EventSource | undefined;
  private lastEventId: string | undefined;
  private wait = FIRST_WAIT_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: LiveOptions<Card>) {
    addEventListener('offline', this.unplugged);
    addEventListener('online', this.pluggedIn);
    this.connect();
  }

  close(): void {
    removeEventListener('offline', this.unplugged);
    removeEventListener('online', this.pluggedIn);
    this.letGo();
    this.tell('closed');
  }

  /** The browser knows before the stream does. */
  private readonly unplugged = (): void => this.tell('waiting');

  /** Not only after the longest wait: a stream that seems open may have died meanwhile. */
  private readonly pluggedIn = (): void => {
    this.letGo();
    this.wait = FIRST_WAIT_MS;
    this.connect();
  };

  private letGo(): void {
    clearTimeout(this.timer);
    clearTimeout(this.patience);
    this.patience = undefined;
    this.source?.close();
  }

  private connect(): void {
    this.tell('connecting');
    const source = (this.options.open ?? ((url) => new EventSource(url)))(this.url());
    this.source = source;
    source.addEventListener('open', () => {
      this.wait = FIRST_WAIT_MS;
      clearTimeout(this.patience);
      this.patience = undefined;
      this.tell('open');
    });
    source.addEventListener('hello', (event) => this.hello(event));
    source.addEventListener('request', (event) => this.changed(event));
    source.addEventListener('sector-draft', (event: MessageEvent<string>) =>
      this.options.onDraft?.(JSON.parse(event.data) as DraftNews),
    );
    source.addEventListener('reload', (event) => {
      this.remember(event);
      this.options.onReload();
    });
    source.addEventListener('error', () => this.lost(source));
  }

  private url(): string {
    const query = new URLSearchParams();
    if (this.options.audience) query.set('for', this.options.audience);
    // a new EventSource cannot send the header: the address carries our place in the stream
    if (this.lastEventId !== undefined) query.set('lastEventId', this.lastEventId);
    const text = query.toString();
    return `${this.options.base}/live${text === '' ? '' : `?${text}`}`;
  }

  private hello(event: MessageEvent<string>): void {
    const data = JSON.parse(event.data) as { lastEventId?: number };
    if (this.lastEventId === undefined && data.lastEventId !== undefined)
      this.lastEventId = String(data.lastEventId);
  }

  private changed(event: MessageEvent<string>): void {
    this.remember(event);
    this.options.onChange(JSON.parse(event.data) as LiveChange<Card>);
  }

  private remember(event: MessageEvent<string>): void {
    if (event.lastEventId !== '') this.lastEventId = event.lastEventId;
  }

  private lost(source: EventSource): void {
    this.patience ??= setTimeout(() => this.tell('waiting'), PATIENCE_MS);
    // the browser comes back by itself unless the server refused outright
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    this.timer = setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  private tell(state: LiveState): void {
    this.options.onState?.(state);
  }
}
