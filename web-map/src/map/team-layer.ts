import { t } from '../core/i18n';
import type { Point } from '../core/types';
import { DomMarkers, type MarkerSpec } from './dom-markers';
import type { MapHost } from './host';
import type { MapLayer } from './port';

/** What is drawn of a team: where it is, where it heads, how much it has to do. */
export interface TeamMark {
  id: string;
  code: string;
  load: number;
  capacity: number;
  position?: Point;
  headingDegrees?: number;
}

/** Below, a capsule has no room for more than its code; */
const CLOSE_ZOOM = 14;
/** and below this a whole town is hardly larger than one: only the chosen team is drawn. */
const FAR_ZOOM = 11;

/** Teams as capsules; ink-filled only for the suggested or selected one. */
export class TeamLayer implements MapLayer {
  private markers: DomMarkers | undefined;
  private host: MapHost | undefined;
  private teams: readonly TeamMark[] = [];
  private selected: string | null = null;
  private undo: () => void = () => {};

  constructor(private readonly onSelect: (id: string) => void) {}

  setTeams(teams: readonly TeamMark[]): void {
    this.teams = teams;
    this.render();
  }
  select(id: string | null): void {
    this.selected = id;
    this.render();
  }

  attach(host: MapHost): void {
    const markers = new DomMarkers(host.map);
    this.markers = markers;
    this.host = host;
    const zoomed = (): void => this.render();
    host.map.on('zoomend', zoomed);
    const free = host.labels.addObstacles(() => markers.boxes());
    this.undo = () => {
      host.map.off('zoomend', zoomed);
      free();
    };
    this.render();
  }
  detach(): void {
    this.markers?.show([]);
    this.undo();
    this.markers = undefined;
  }

  private render(): void {
    const zoom = this.host?.map.getZoom() ?? CLOSE_ZOOM;
    const teams = this.teams.filter(({ id }) => zoom >= FAR_ZOOM || id === this.selected);
    const far = zoom < CLOSE_ZOOM;
    const specs = teams.flatMap((team) => (team.position ? [this.spec(team, team.position, far)] : []));
    this.markers?.show(specs);
    this.host?.labels.schedule();
  }

  private spec(team: TeamMark, position: Point, far: boolean): MarkerSpec {
    const selected = team.id === this.selected;
    return {
      key: team.id,
      position,
      markup: teamMarkup(team),
      label: t('map.team', { code: team.code, load: team.load, capacity: team.capacity }),
      className: `mark--team${selected ? ' mark--team-selected' : far ? ' mark--team-far' : ''}`,
      size: 64,
      // the same as in map.css
      rise: 38,
      order: selected ? 2500 : 1000,
      onClick: () => this.onSelect(team.id),
    };
  }
}

const MOST_PIPS = 8;

/** The capsule: heading, code, load as pips. */
export function teamMarkup({ code, load, capacity, headingDegrees }: TeamMark): string {
  const arrow =
    headingDegrees === undefined
      ? ''
      : `<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><path class="team__heading" transform="rotate(${Math.round(headingDegrees)} 7 7)" d="M7 0l5 13-5-3-5 3z"/></svg>`;
  const pips = Array.from(
    { length: Math.min(capacity, MOST_PIPS) },
    (_, index) => `<i${index < load ? ' class="is-on"' : ''}></i>`,
  );
  // codes come from the jurisdiction's settings: letters and digits only reach the markup
  const safe = code.replace(/[^\p{L}\p{N} .-]/gu, '');
  return `<span class="team">${arrow}<b>${safe}</b><span class="team__pips">${pips.join('')}</span></span>`;
}
