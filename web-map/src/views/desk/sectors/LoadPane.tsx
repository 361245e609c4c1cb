import { number, t } from '../../../core/i18n';
import { shortSpan } from '../../../core/time';
import type { Pair, SectorPreview, TeamLoad } from '../../../core/sector-types';
import { Skeleton } from '../../../ui/Parts';
import { PublishBar } from './PublishBar';
import type { Sectors } from './sectors';

const MINUTE = 60_000;
const NEAR = 1.6;
const ROOM_FOR_WORDS = 1.65;

/** What the draft would mean for teams and sectors, told from the last twelve months. */
export function LoadPane({ sectors }: { sectors: Sectors }) {
  const draft = sectors.draft.value;
  const preview = sectors.preview.value;
  return (
    <section class="pane pane--load" aria-label={t('sectors.load')}>
      <header class="pane__title pane__title--two">
        <h2>{t('sectors.load')}</h2>
        <span>{t('sectors.perMonth')}</span>
      </header>
      {/* nothing in it takes the focus: by keyboard it scrolls only when it does itself */}
      <div class="pane__scroll" tabIndex={0} role="group" aria-label={t('sectors.perMonth')}>
        {draft && preview ? (
          <Figures preview={preview} before={draft.version.number} />
        ) : draft ? (
          <Skeleton height="220px" />
        ) : (
          <p class="pane__hint">{t('sectors.load.none')}</p>
        )}
      </div>
      {draft && <PublishBar key={draft.id} sectors={sectors} />}
    </section>
  );
}

function Figures({ preview, before }: { preview: SectorPreview; before: number }) {
  const scale = scaleFor(preview.teams);
  return (
    <>
      <ul class="legend legend--bars">
        <li>
          <i class="swatch swatch--before" aria-hidden="true" />
          {t('sectors.version.short', { version: before })}
        </li>
        <li>
          <i class="swatch swatch--after" aria-hidden="true" />
          {t('sectors.draft.short', { version: before + 1 })}
        </li>
        <li>
          <i class="swatch swatch--capacity" aria-hidden="true" />
          {t('sectors.capacity')}
        </li>
      </ul>
      <ul class="loads">
        {ordered(preview.teams).map((load) => (
          <Load key={load.team.id} load={load} scale={scale} />
        ))}
      </ul>
      <Tiles preview={preview} />
      <ChangedSectors preview={preview} />
      <p class="pane__note">
        {t('sectors.method', { n: preview.pastRequests, jobs: number(preview.forecast.jobs) })}
      </p>
    </>
  );
}

/** Teams that are named for sectors first: a draft changes only those. */
function ordered(teams: readonly TeamLoad[]): TeamLoad[] {
  return [...teams].sort(
    (a, b) => Number(b.bySector) - Number(a.bySector) || a.team.code.localeCompare(b.team.code),
  );
}

/** One scale for all teams. A capacity far beyond all loads would make every bar a stub: it is then written at the end. */
function scaleFor(teams: readonly TeamLoad[]): number {
  const most = Math.max(1, ...teams.flatMap(({ requests }) => [requests.before, requests.after]));
  const near = teams.map(({ capacity }) => capacity).filter((capacity) => capacity <= most * NEAR);
  return Math.max(most * (near.length < teams.length ? ROOM_FOR_WORDS : 1), ...near) * 1.04;
}

function Load({ load, scale }: { load: TeamLoad; scale: number }) {
  const { team, requests, capacity, hours } = load;
  const share = (value: number): string => `${Math.min(100, (100 * value) / scale)}%`;
  const beyond = capacity > scale;
  const change = Math.round(requests.after) - Math.round(requests.before);
  return (
    <li class="load">
      <span class="load__team">
        <b>{team.code}</b>
        <small>{team.name}</small>
      </span>
      <span class="load__bars" aria-hidden="true">
        <i class="load__before" style={{ inlineSize: share(requests.before) }} />
        <i class="load__after" style={{ inlineSize: share(requests.after) }} />
        {beyond ? (
          <i class="load__beyond">{t('sectors.capacity.at', { n: Math.round(capacity) })}</i>
        ) : (
          <i class="load__capacity" style={{ insetInlineStart: share(capacity) }} />
        )}
      </span>
      <span class="load__figure">
        <b>{number(Math.round(requests.after))}</b>
        {change !== 0 && <small>{signed(change)}</small>}
        <small class="load__hours">{t('sectors.hours', { n: Math.round(hours.after) })}</small>
      </span>
    </li>
  );
}

const signed = (value: number): string => `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`;

function Tiles({ preview }: { preview: SectorPreview }) {
  const { spread, forecast } = preview;
  const percent = (value: number): string => number(value, { style: 'percent', maximumFractionDigits: 1 });
  const long = (minutes: number): string => shortSpan(minutes * MINUTE);
  const short = (minutes: number): string =>
    t('sectors.minutes', { n: number(minutes, { maximumFractionDigits: 1 }) });
  return (
    <dl class="tiles">
      <Tile pair={spread.variation} words={percent} label={t('sectors.tile.spread')} />
      <Tile pair={spread.overCapacity} words={(n) => number(n)} label={t('sectors.tile.over')} />
      {forecast.travelMinutes && (
        <Tile pair={forecast.travelMinutes} words={short} label={t('sectors.tile.travel')} />
      )}
      {forecast.onSiteMinutes && (
        <Tile pair={forecast.onSiteMinutes} words={long} label={t('sectors.tile.onSite')} />
      )}
    </dl>
  );
}

function Tile({ pair, words, label }: { pair: Pair; words: (value: number) => string; label: string }) {
  const [was, is] = [words(pair.before), words(pair.after)];
  return (
    <div class="tile">
      <dd>
        {was !== is && <s>{was}</s>} <b>{is}</b>
      </dd>
      <dt>{label}</dt>
    </div>
  );
}

function ChangedSectors({ preview }: { preview: SectorPreview }) {
  const changed = preview.sectors.filter((sector) => sector.changed);
  if (changed.length === 0) return null;
  const km = (value: number): string => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const whole = (value: number): string => number(Math.round(value));
  return (
    <table class="changed">
      <thead>
        <tr>
          <th scope="col">{t('sectors.changed')}</th>
          <th scope="col">{t('sectors.changed.area')}</th>
          <th scope="col">{t('sectors.changed.perMonth')}</th>
          <th scope="col">{t('sectors.changed.open')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ code, name, squareKilometres, requests, open }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            <Change pair={squareKilometres} words={km} />
            <Change pair={requests} words={whole} />
            <Change pair={open} words={whole} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ pair, words }: { pair: Pair; words: (value: number) => string }) {
  return (
    <td>
      {words(pair.before)} → <b>{words(pair.after)}</b>
    </td>
  );
}
