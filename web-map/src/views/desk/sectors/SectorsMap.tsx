import { useEffect, useRef, useState } from 'preact/hooks';
import { effect } from '@preact/signals';
import { t } from '../../../core/i18n';
import { createMap, LocateControl, ZoomControl, type MapPort } from '../../../map';
import { type DraftView } from '../../../map/drawing';
import { IconButton } from '../../../ui/Buttons';
import type { Desk } from '../desk';
import { boundsOf, drawSectors, pointAtCentre } from './sectors-layers';
import type { Sectors } from './sectors';
import { ToolBar } from './ToolBar';
import { ToolCard } from './ToolCard';

/** Before, after and what changes hands; the tools stand on it. */
export function SectorsMap({ desk, sectors }: { desk: Desk; sectors: Sectors }) {
  const element = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState<MapPort | null>(null);
  const { base, jurisdiction } = desk.needs;
  useEffect(() => {
    if (!element.current) return undefined;
    const map = createMap(element.current, {
      center: jurisdiction.center,
      zoom: 13,
      label: t('sectors.map'),
    });
    map.setInsets({ top: 64, bottom: 56 });
    const undraw = drawSectors(sectors, map, {
      base,
      jurisdiction,
      onOpen: (number) => void desk.openNumber(number),
    });
    const unfit = fitOnce(sectors, map);
    const keys = (event: KeyboardEvent): void => drawKeys(event, sectors);
    map.element.addEventListener('keydown', keys, true);
    setPort(map);
    return () => {
      unfit();
      undraw();
      map.destroy();
    };
  }, [sectors]);
  return (
    <>
      <div ref={element} class={`deskmap${sectors.sketch.value.length > 0 ? ' deskmap--drawing' : ''}`} />
      <div class="sectormap__top">
        {sectors.draft.value && <ViewSwitch sectors={sectors} />}
        {sectors.draft.value && sectors.mayDraw && <ToolBar sectors={sectors} />}
        {sectors.tool.value && (
          <ToolCard sectors={sectors} onCentre={() => port && pointAtCentre(sectors, port)} />
        )}
        <Trouble sectors={sectors} />
      </div>
      {port && (
        <div class="map-controls deskmap__tools">
          <IconButton
            icon="map"
            raised
            label={t('map.whole')}
            onClick={() => port.fitBounds(jurisdiction.bounds)}
          />
          <LocateControl map={port} />
          <ZoomControl map={port} />
        </div>
      )}
      {sectors.draft.value && <Legend />}
    </>
  );
}

function Trouble({ sectors }: { sectors: Sectors }) {
  if (!sectors.trouble.value) return null;
  return (
    <p class="trouble sectormap__trouble" role="alert">
      {sectors.trouble.value}
      <IconButton icon="close" label={t('sectors.close')} onClick={() => (sectors.trouble.value = null)} />
    </p>
  );
}

/** Shows all sectors when they have come; afterwards the view is the reader's. */
function fitOnce(sectors: Sectors, map: MapPort): () => void {
  let fitted = false;
  return effect(() => {
    const bounds = boundsOf(sectors);
    if (!bounds || fitted) return;
    fitted = true;
    map.fitBounds(bounds);
  });
}

/** While drawing, Enter ends, Backspace takes the last corner back, Escape gives up. */
function drawKeys(event: KeyboardEvent, sectors: Sectors): void {
  if (sectors.sketch.value.length === 0) return;
  if (event.key === 'Backspace') sectors.unpoint();
  else if (event.key === 'Escape') sectors.sketch.value = [];
  else if (event.key === 'Enter' && sectors.tool.value === 'claim') void sectors.finish('');
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const VIEWS: readonly DraftView[] = ['before', 'both', 'after'];

function ViewSwitch({ sectors }: { sectors: Sectors }) {
  const number = sectors.draft.value?.version.number ?? 0;
  const words: Record<DraftView, string> = {
    before: t('sectors.version', { version: number }),
    both: t('sectors.both'),
    after: t('sectors.draft', { version: number + 1 }),
  };
  return (
    <div class="segments" role="group" aria-label={t('sectors.view')}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={sectors.view.value === view}
          onClick={() => (sectors.view.value = view)}
        >
          {words[view]}
        </button>
      ))}
    </div>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label={t('sectors.legend')}>
      <li>
        <i class="sample sample--before" aria-hidden="true" />
        {t('sectors.legend.before')}
      </li>
      <li>
        <i class="sample sample--after" aria-hidden="true" />
        {t('sectors.legend.after')}
      </li>
      <li>
        <i class="sample sample--hatch" aria-hidden="true" />
        {t('sectors.legend.change')}
      </li>
      <li>
        <i class="sample sample--ring" aria-hidden="true" />
        {t('sectors.legend.moving')}
      </li>
    </ul>
  );
}
