import { t } from '../../../core/i18n';
import { MapKey, type KeyedLayer, type MapPort, type ShownOverlays } from '../../../map';
import { Button, IconButton } from '../../../ui/Buttons';
import { Ring } from '../../../ui/Ring';
import { chooseLanguage, otherLanguage } from '../../../ui/language';
import { chooseTheme, theme } from '../../../ui/theme';
import { ThemeSwitch } from '../../../ui/ThemeSwitch';
import type { Jurisdiction, RequestCard } from '../../../core/types';
import { useApp } from '../app';
import { Popover } from '../../../ui/Popover';
import { AssetSwitch, assetsShown } from './AssetSwitch';
import { PromisesLink } from '../promises/PromisesLink';

/** The other language, written in that language. */
export function LanguageSwitch() {
  const other = otherLanguage();
  return (
    <button
      type="button"
      class="link"
      lang={other}
      aria-label={t('ui.languageLabel')}
      onClick={() => chooseLanguage(other)}
    >
      {t('ui.language')}
    </button>
  );
}

/** To the other appearance and back; the choice that follows the system is in the layers' panel. */
export function ThemeToggle() {
  const other = theme.value === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      icon={other === 'dark' ? 'moon' : 'sun'}
      label={t('theme.choose', { theme: t(`theme.${other}`) })}
      onClick={() => chooseTheme(other)}
    />
  );
}

interface MenuProps {
  /** None as long as it is not drawn. */
  map: MapPort | undefined;
  sectors: boolean;
  onSectors: (shown: boolean) => void;
  overlays: ShownOverlays | null;
  onFollow: () => void;
  onShare: () => void;
}

/** What has no room on a phone's map. */
export function PhoneMenu({ map, sectors, onSectors, overlays, onFollow, onShare }: MenuProps) {
  const { jurisdiction } = useApp();
  return (
    <Popover icon="list" label={t('public.menu')}>
      {(close) => (
        <>
          <b>{t('public.title', { place: jurisdiction.name })}</b>
          {jurisdiction.fictional && <p class="muted">{t('public.fictional')}</p>}
          <Button look="quiet" icon="bell" block onClick={() => (close(), onFollow())}>
            {t('public.follow')}
          </Button>
          <Button look="quiet" icon="share" block onClick={() => (close(), onShare())}>
            {t('share.view')}
          </Button>
          <PromisesLink />
          <SectorSwitch shown={sectors} onChange={onSectors} />
          <AssetSwitch />
          {overlays && <overlays.Switches book={overlays.book} />}
          <Legend />
          {map && <MapKey map={map} layers={keyedLayers(jurisdiction, sectors)} />}
          <div class="menu__row">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
          <p class="muted">{jurisdiction.attribution}</p>
        </>
      )}
    </Popover>
  );
}

/** The layers on the map whose legend is ours: not that of another's base map. */
export function keyedLayers({ basemap }: Jurisdiction, sectors: boolean): KeyedLayer[] {
  return [
    'request',
    ...(assetsShown.value ? (['asset'] as const) : []),
    ...(sectors ? (['sector'] as const) : []),
    ...(basemap.kind === 'vector' ? (['basemap'] as const) : []),
  ];
}

export function SectorSwitch({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={shown}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {t('public.sectors')}
    </label>
  );
}

const SAMPLES: readonly (readonly [string, RequestCard['ring']])[] = [
  ['legend.ok', { left: 0.7, late: false }],
  ['legend.warn', { left: 0.15, late: false }],
  ['legend.late', { left: 0, late: true }],
];

/** What the colours of the clocks mean. */
export function Legend() {
  return (
    <ul class="legend" aria-label={t('public.legend')}>
      {SAMPLES.map(([key, ring]) => (
        <li key={key}>
          <LegendRing ring={ring} />
          {t(key)}
        </li>
      ))}
    </ul>
  );
}

/** Only the clock, without a state in it. */
function LegendRing({ ring }: { ring: RequestCard['ring'] }) {
  return (
    <span class={`legend__ring${ring.late ? ' legend__ring--late' : ''}`}>
      <Ring spec={{ glyph: 'street', state: 'ASSIGNED', ring }} size={22} />
    </span>
  );
}
