import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { PublicApi } from '../../core/api';
import { FollowingApi } from '../../core/following-api';
import { t } from '../../core/i18n';
import { Live, type LiveChange, type LiveState } from '../../core/live';
import { newsOf, type News } from '../../core/news';
import { Problem } from '../../core/problem';
import { ReplyApi } from '../../core/reply-api';
import { SectorApi } from '../../core/sector-api';
import type { DeskApi } from '../../core/staff-api';
import type { DeskCard, HistoryPage, Team, TeamSuggestion } from '../../core/staff-types';
import type { Account, Catalogue, Jurisdiction, Point } from '../../core/types';
import type { Shape } from '../../core/where-types';
import { showToast } from '../../ui/Toast';
import { readPlace, screenOf, writePlace } from './address-bar';
import { Board } from './board';
import { Call } from './call';
import { FrontDesk } from './following/front-desk';
import { Replies } from './replies/replies';
import { mayOpen, rightsOf, type Rights } from './rights';
import { Sectors } from './sectors/sectors';
import { Selection } from './selection';
import { problemWords } from './words';

export type Popover =
  'assign' | 'state' | 'priority' | 'more' | 'category' | 'owner' | 'transmit' | 'refuse' | 'acknowledge';
export type Pane = 'queue' | 'map' | 'request';
export type Tab = 'citizen' | 'internal' | 'letter' | 'history';
/** What has just happened to a request; told before the board knows. */
export interface Told {
  card: DeskCard;
  news: News;
}
export interface DeskNeeds {
  base: string;
  api: PublicApi;
  deskApi: DeskApi;
  jurisdiction: Jurisdiction;
  account: Account;
  onSignedOut: () => void;
}
const HEAL_MS = 120_000;
const LETTERS_KEY = 'vigie.desk.letters';

/** The desk as one person sees it: queue, open request, call, and what is shown of each. */
export class Desk {
  readonly rights: Rights;
  readonly board: Board;
  readonly selection: Selection;
  readonly call: Call;
  readonly sectors: Sectors;
  readonly replies: Replies;
  readonly frontDesk: FrontDesk;
  readonly screen = signal(screenOf(location.hash).name);
  readonly catalogue = signal<Catalogue>({ domains: [] });
  readonly teams = signal<readonly Team[]>([]);
  readonly problem = signal<string | null>(null);
  /** The line of live changes is down. */
  readonly lost = signal(false);
  readonly hovered = signal<string | null>(null);
  readonly checked = signal<ReadonlySet<string>>(new Set());
  readonly popover = signal<Popover | null>(null);
  /** The team that the assignment popover starts with. */
  readonly preferredTeam = signal<string | null>(null);
  /** Where the pin would be moved to, while it is being moved. */
  readonly moving = signal<Point | null>(null);
  readonly pane = signal<Pane>('queue');
  readonly tab = signal<Tab>('citizen');
  readonly filterOpen = signal(false);
  readonly helpOpen = signal(false);
  readonly letters = signal(readLetters());
  readonly shows = signal({
    open: true,
    teams: true,
    sectors: true,
    assets: false,
    stops: true,
    resolved: false,
  });
  /** Ground on which people are told something now. */
  readonly stops = signal<readonly { words: string; shape: Shape }[]>([]);
  readonly suggested = computed<TeamSuggestion | null>(
    () => this.selection.current.value?.suggestions[0] ?? null,
  );
  private readonly hearers = new Set<(told: Told) => void>();
  private stream: Live<DeskCard> | undefined;
  private undo: (() => void)[] = [];

  constructor(readonly needs: DeskNeeds) {
    this.rights = rightsOf(needs.account.role, needs.jurisdiction.modules);
    this.board = new Board(needs.deskApi);
    this.selection = new Selection(needs.deskApi, this.board);
    const refresh = (): void => void this.selection.refresh();
    this.replies = new Replies(new ReplyApi(needs.deskApi.http), refresh, this.rights.letters);
    this.frontDesk = new FrontDesk(new FollowingApi(needs.deskApi.http), needs.account.id);
    this.sectors = new Sectors(new SectorApi(needs.deskApi.http), needs.account, this.rights.draw);
    this.call = new Call({
      code: needs.jurisdiction.code,
      api: needs.api,
      desk: needs.deskApi,
      catalogue: () => this.catalogue.value,
    });
  }

  async start(): Promise<void> {
    const place = readPlace(location.search);
    this.board.filter.value = place.filter;
    // before the first reading: nothing falls between the two
    this.listen();
    try {
      const [catalogue, teams] = await Promise.all([
        this.needs.api.catalogue(),
        this.needs.deskApi.teams(),
        this.board.load(),
        this.replies.loadWaiting(),
        this.frontDesk.load(),
      ]);
      this.catalogue.value = catalogue;
      this.teams.value = teams.items;
      if (place.request !== '') await this.openNumber(place.request);
      this.follow();
    } catch (cause) {
      this.failed(cause);
    }
  }

  /** Read anew when they were set up otherwise. */
  async loadTeams(): Promise<void> {
    this.teams.value = (await this.needs.deskApi.teams()).items;
  }

  /** For the map: what happens from now on. */
  onTold(hear: (told: Told) => void): () => void {
    this.hearers.add(hear);
    return () => this.hearers.delete(hear);
  }

  stop(): void {
    this.stream?.close();
    for (const step of this.undo) step();
  }

  /** The draft, process or rule that the address names. */
  wantedPart(): string {
    return screenOf(location.hash).part;
  }

  /** Opens a request; on a small screen its panel comes forward. */
  open(id: string, show = true): void {
    if (this.screen.value !== 'queue') location.hash = '';
    batch(() => {
      this.popover.value = null;
      this.moving.value = null;
      if (show) this.pane.value = 'request';
    });
    void this.selection.select(id);
  }

  close(): void {
    batch(() => {
      this.popover.value = null;
      this.moving.value = null;
      this.pane.value = 'queue';
    });
    void this.selection.select(null);
  }

  /** Finds a request by the number people say, filters or not; false when nobody has it. */
  async openNumber(number: string): Promise<boolean> {
    const fits = (card: DeskCard): boolean => card.number === number || card.number.endsWith(number);
    const known = [...this.board.cards.value.values()].find(fits);
    if (known) {
      this.open(known.id);
      return true;
    }
    const page = await this.needs.deskApi.search({ q: number, by: 'NUMBER', limit: 5 });
    const found = page.items.find(fits);
    if (found) this.open(found.id);
    return found !== undefined;
  }

  find(text: string, signal: AbortSignal): Promise<HistoryPage> {
    return this.needs.deskApi.search({ q: text, limit: 6 }, signal);
  }

  /** Moves along the queue and opens what it comes to. */
  step(by: number): void {
    const rows = this.board.order.value;
    if (rows.length === 0) return;
    const at = rows.indexOf(this.selection.id.value ?? '');
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
    const id = rows[next];
    if (id !== undefined) this.open(id, false);
  }

  toggleChecked(id: string): void {
    const checked = new Set(this.checked.value);
    if (!checked.delete(id)) checked.add(id);
    this.checked.value = checked;
  }

  show(what: keyof typeof this.shows.value): void {
    this.shows.value = { ...this.shows.value, [what]: !this.shows.value[what] };
    if (what === 'resolved' && this.shows.value.resolved)
      void this.board.loadResolved().catch((cause: unknown) => showToast(problemWords(cause)));
  }

  startMoving(): void {
    const position = this.selection.card.value?.position ?? this.needs.jurisdiction.center;
    batch(() => {
      this.popover.value = null;
      this.moving.value = position;
      this.pane.value = 'map';
    });
  }

  setLetters(on: boolean): void {
    this.letters.value = on;
    try {
      localStorage.setItem(LETTERS_KEY, on ? 'on' : 'off');
    } catch {
      // kept for this visit only
    }
  }

  async signOut(): Promise<void> {
    await this.needs.api.signOut().catch(() => undefined);
    this.needs.onSignedOut();
  }

  private listen(): void {
    this.stream = new Live<DeskCard>({
      base: this.needs.base,
      audience: 'desk',
      onChange: (change) => this.changed(change),
      onReload: () => void this.heal(),
      onDraft: (news) => this.sectors.heard(news),
      onState: (state) => this.lineIs(state),
    });
  }

  private changed(change: LiveChange<DeskCard>): void {
    this.say(change.card, newsOf(change));
    this.board.apply(change);
    this.selection.changed(change.id, change.card);
  }

  private say(card: DeskCard | null, news: News | null): void {
    if (card && news && this.board.loaded.value) for (const hear of this.hearers) hear({ card, news });
  }

  /** Keeps clock, address and screen in step. */
  private follow(): void {
    // the share of time left is the server's to compute: rings are read again now and then
    const timer = setInterval(() => void this.heal(), HEAL_MS);
    const turned = (): void => {
      const { name } = screenOf(location.hash);
      this.screen.value = mayOpen(name, this.rights) ? name : 'queue';
    };
    turned();
    addEventListener('hashchange', turned);
    this.undo = [
      effect(() => {
        this.board.reader.value = this.frontDesk.reader.value;
        // only for another reader: a change by others must not put the rows in order under somebody's eyes
        if (this.board.loaded.peek()) untracked(() => this.board.show());
      }),
      () => clearInterval(timer),
      () => removeEventListener('hashchange', turned),
      effect(() =>
        writePlace({ filter: this.board.filter.value, request: this.selection.card.value?.number ?? '' }),
      ),
    ];
  }

  /** Between losing the line and having it back there are several attempts: the reader sees one interruption. */
  private lineIs(state: LiveState): void {
    if (state === 'waiting') this.lost.value = true;
    if (state !== 'open' || !this.lost.value) return;
    this.lost.value = false;
    // the stream fills the gap by itself; reading again makes sure, and the reader is told
    void this.heal(t('live.back'));
  }

  private async heal(words?: string): Promise<void> {
    if (document.hidden && words === undefined) return;
    const before = this.board.cards.value;
    try {
      const [teams] = await Promise.all([
        this.needs.deskApi.teams(),
        this.board.load(),
        this.replies.loadWaiting(),
        this.frontDesk.load(),
      ]);
      this.teams.value = teams.items;
      for (const card of this.board.open.value) if (!before.has(card.id)) this.say(card, 'new');
      if (words !== undefined) showToast(words);
    } catch (cause) {
      // the stream says that the line is down; only the end of the session needs an act
      if (cause instanceof Problem && cause.status === 401) this.failed(cause);
    }
  }

  private failed(cause: unknown): void {
    if (cause instanceof Problem && cause.status === 401) this.needs.onSignedOut();
    else this.problem.value = problemWords(cause);
  }
}

function readLetters(): boolean {
  try {
    return localStorage.getItem(LETTERS_KEY) !== 'off';
  } catch {
    return true;
  }
}
