import { t } from '../../../core/i18n';
import { LocateControl, MapKey, ZoomControl, type ShownOverlays } from '../../../map';
import { Button, IconButton } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { ThemeSwitch } from '../../../ui/ThemeSwitch';
import { useApp } from '../app';
import { narrow } from '../layout';
import { online } from '../online';
import { Popover } from '../../../ui/Popover';
import { AssetSwitch } from './AssetSwitch';
import { keyedLayers, Legend, SectorSwitch } from './Menu';
import type { Stage } from './Stage';

interface ToolsProps {
  stage: Stage;
  sectors: boolean;
  onSectors: (shown: boolean) => void;
  overlays: ShownOverlays | null;
  onShare: () => void;
}

/** Sharing, layers, position and zoom at the map's end. */
export function MapTools({ stage, sectors, onSectors, overlays, onShare }: ToolsProps) {
  const { jurisdiction } = useApp();
  const locate = (
    <LocateControl map={stage.map} onFound={(position, accuracy) => stage.here.set(position, accuracy)} />
  );
  if (narrow.value) return <div class="map-controls tools">{locate}</div>;
  return (
    <div class="map-controls tools">
      <IconButton icon="share" raised label={t('share.view')} onClick={onShare} />
      <Popover icon="layers" label={t('public.layers')} raised className="popover--up">
        {() => (
          <>
            <b>{t('public.layers')}</b>
            <SectorSwitch shown={sectors} onChange={onSectors} />
            <AssetSwitch />
            {overlays && <overlays.Switches book={overlays.book} />}
            <div class="menu__row">
              {t('theme.label')}
              <ThemeSwitch />
            </div>
            <MapKey map={stage.map} layers={keyedLayers(jurisdiction, sectors)} />
          </>
        )}
      </Popover>
      {locate}
      <ZoomControl map={stage.map} />
    </div>
  );
}

/** The one thing to do here; on a phone it fills the thumb's reach. */
export function ReportBar({
  resume,
  onReport,
  onFollow,
}: {
  resume: boolean;
  onReport: () => void;
  onFollow: () => void;
}) {
  return (
    <div class="report-bar">
      <Button look="primary" size="big" icon="camera" onClick={onReport}>
        {t(resume ? 'public.reportResume' : 'public.report')}
      </Button>
      {narrow.value && (
        <IconButton icon="bell" class="report-bar__follow" label={t('public.follow')} onClick={onFollow} />
      )}
    </div>
  );
}

/** Colours of the clocks, what is not drawn, where the data come from, and that the town does not exist. */
export function MapNotes({
  more,
  lost,
  overlays,
}: {
  more: boolean;
  lost: boolean;
  overlays: ShownOverlays | null;
}) {
  const { jurisdiction } = useApp();
  const raster = jurisdiction.basemap.kind === 'raster' ? jurisdiction.basemap.attribution : '';
  const sources = [jurisdiction.attribution, raster, ...(overlays?.book.attributions.value ?? [])]
    .filter(Boolean)
    .join(' · ');
  return (
    <div class="notes">
      {!narrow.value && <Legend />}
      {(!online.value || lost) && (
        <p class="notes__offline" role="status">
          <Icon name="offline" size={16} />
          {t(online.value ? 'public.live' : 'public.offline')}
        </p>
      )}
      {more && (
        <p class="notes__more" role="status">
          {t('public.moreOnMap')}
        </p>
      )}
      {jurisdiction.fictional && <p class="notes__fictional">{t('public.fictional')}</p>}
      {sources && <p class="notes__source">{sources}</p>}
    </div>
  );
}
