import { useEffect, useRef, useState } from 'preact/hooks';
import { computed, effect } from '@preact/signals';
import { t } from '../../../core/i18n';
import { OverlayApi } from '../../../core/overlay-api';
import {
  createMap,
  LocateControl,
  MapKey,
  useOverlays,
  ZoomControl,
  type MapPort,
  type ShownOverlays,
} from '../../../map';
import type { Point } from '../../../core/types';
import { Chip, IconButton } from '../../../ui/Buttons';
import { Popover } from '../../../ui/Popover';
import type { Desk } from '../desk';
import { DeskElsewhere } from './DeskElsewhere';
import { drawDesk } from './desk-layers';
import { drawHere } from './draw-here';
import { Here } from './here';
import { HereCard } from './HereCard';
import { MoveCard } from './MoveCard';
import { setPort } from './port';
import { StackList } from './StackList';
import { SuggestCard } from './SuggestCard';
import '../map.css';

const FIRST_ZOOM = 15;
const CLOSE_ZOOM = 16;
const CARD_PIXELS = 110;
/** The card of a pin that is being moved. */
const MOVE_PIXELS = 250;

/** The map between queue and request; what stands on it never covers what is selected. */
export function DeskMap({ desk }: { desk: Desk }) {
  const element = useRef<HTMLDivElement>(null);
  const [port, setMap] = useState<MapPort | null>(null);
  const [stack, setStack] = useState<string[]>([]);
  const [here] = useState(() => new Here(desk.needs.api, desk.needs.deskApi));
  useEffect(() => {
    if (!element.current) return undefined;
    const { jurisdiction } = desk.needs;
    const map = createMap(element.current, {
      center: jurisdiction.center,
      zoom: FIRST_ZOOM,
      label: t('map.label'),
    });
    const undraw = drawDesk(desk, map, (ids) => {
      here.close();
      setStack(ids);
    });
    const unfollow = follow(desk, map);
    const unhere = drawHere(desk, here, map);
    setPort(desk, map);
    setMap(map);
    return () => {
      undraw();
      unfollow();
      unhere();
      setPort(desk, null);
      map.destroy();
    };
  }, [desk, here]);
  const overlays = useOverlays(
    port,
    async () => (await new OverlayApi(desk.needs.deskApi.http).list()).items.map(({ overlay }) => overlay),
    { linked: undefined, key: `vigie.overlays${desk.needs.deskApi.http.base}/desk` },
    () => !desk.call.isOpen.value && desk.moving.value === null,
  );
  return (
    <>
      <div ref={element} class="deskmap" />
      {desk.call.isOpen.value ? <CallChips desk={desk} /> : <Chips desk={desk} />}
      {port && <Tools desk={desk} map={port} overlays={overlays} />}
      {port && <DeskElsewhere desk={desk} map={port} />}
      <HereCard desk={desk} here={here} />
      {overlays && <overlays.Answers book={overlays.book} />}
      {stack.length > 0 && <StackList desk={desk} ids={stack} onDone={() => setStack([])} />}
      {!desk.call.isOpen.value &&
        (desk.moving.value ? <MoveCard desk={desk} /> : <SuggestCard desk={desk} />)}
    </>
  );
}

interface ToolsProps {
  desk: Desk;
  map: MapPort;
  overlays: ShownOverlays | null;
}

/** The whole town, layers and their legend, position and zoom. */
function Tools({ desk, map, overlays }: ToolsProps) {
  return (
    <div class="map-controls deskmap__tools">
      <IconButton
        icon="map"
        raised
        label={t('map.whole')}
        onClick={() => map.fitBounds(desk.needs.jurisdiction.bounds)}
      />
      <Popover icon="layers" label={t('map.legend')} raised>
        {() => (
          <>
            {overlays && <overlays.Switches book={overlays.book} />}
            <DeskKey desk={desk} map={map} />
          </>
        )}
      </Popover>
      <LocateControl map={map} />
      <ZoomControl map={map} />
    </div>
  );
}

function DeskKey({ desk, map }: { desk: Desk; map: MapPort }) {
  const { sectors, assets } = desk.shows.value;
  const vector = desk.needs.jurisdiction.basemap.kind === 'vector';
  const layers = ['request', assets && 'asset', sectors && 'sector', vector && 'basemap'] as const;
  return <MapKey map={map} layers={layers.filter((layer) => layer !== false)} />;
}

/** Goes to what is opened, but only when it is out of sight: the reader's view is not thrown away. */
function follow(desk: Desk, map: MapPort): () => void {
  let last: string | null = null;
  const stopSelection = effect(() => {
    const card = desk.selection.card.value;
    if (!card?.position || card.id === last) {
      last = card?.id ?? null;
      return;
    }
    last = card.id;
    if (!inSight(map, card.position, CARD_PIXELS)) map.flyTo(card.position, Math.max(map.zoom(), FIRST_ZOOM));
  });
  const stopCall = effect(() => {
    const place = desk.call.isOpen.value ? desk.call.shown.value : null;
    if (place) map.flyTo(place, Math.max(map.zoom(), CLOSE_ZOOM));
  });
  const isMoving = computed(() => desk.moving.value !== null);
  const stopMoving = effect(() => {
    const card = isMoving.value ? MOVE_PIXELS : CARD_PIXELS;
    map.setInsets({ top: 50, bottom: card });
    const pin = desk.moving.peek();
    if (pin && !inSight(map, pin, card)) map.flyTo(pin);
  });
  return () => {
    stopSelection();
    stopCall();
    stopMoving();
  };
}

function inSight(map: MapPort, place: Point, card: number): boolean {
  const { x, y } = map.pixelOf(place);
  const { clientWidth, clientHeight } = map.element;
  return x > 60 && x < clientWidth - 80 && y > 80 && y < clientHeight - card - 40;
}

function Chips({ desk }: { desk: Desk }) {
  const shows = desk.shows.value;
  return (
    <div class="deskmap__chips" role="group" aria-label={t('map.chips')}>
      <Chip pressed={shows.open} count={desk.board.counts.value.open} onClick={() => desk.show('open')}>
        {t('map.open')}
      </Chip>
      <Chip pressed={shows.teams} count={desk.teams.value.length} onClick={() => desk.show('teams')}>
        {t('map.teams')}
      </Chip>
      <Chip pressed={shows.sectors} onClick={() => desk.show('sectors')}>
        {t('map.sectors')}
      </Chip>
      <Chip pressed={shows.assets} onClick={() => desk.show('assets')}>
        {t('map.assets')}
      </Chip>
      {desk.stops.value.length > 0 && (
        <Chip pressed={shows.stops} count={desk.stops.value.length} onClick={() => desk.show('stops')}>
          {t('map.stops')}
        </Chip>
      )}
      <Chip
        pressed={shows.resolved}
        {...(shows.resolved ? { count: desk.board.resolved.value.length } : {})}
        onClick={() => desk.show('resolved')}
      >
        {t('map.resolved')}
      </Chip>
    </div>
  );
}

function CallChips({ desk }: { desk: Desk }) {
  const { call } = desk;
  const preview = call.proposals.value.length > 0;
  const radius = call.nearby.answer.value?.radiusMetres;
  return (
    <div class="deskmap__chips">
      {call.shown.value && (
        <span class="chip">{preview ? t('call.pin', { n: call.active.value + 1 }) : t('call.here')}</span>
      )}
      {radius !== undefined && <span class="chip">{t('distance.metres', { n: radius })}</span>}
    </div>
  );
}
