import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import type { Bounds, Point } from '../../../core/types';
import {
  basemapFor,
  createMap,
  HereLayer,
  LocateControl,
  RequestLayer,
  SectorLayer,
  ZoomControl,
  type MapPort,
} from '../../../map';
import { useField, type Field } from '../field';
import { go, route } from '../route';
import { JobRow } from './JobList';
import { inOrder } from './order';

interface Drawn {
  map: MapPort;
  rings: RequestLayer;
  sectors: SectorLayer;
  here: HereLayer;
}

/** My jobs on the map. On a phone the chosen one stands below; beside the list it opens there. */
export function JobsMap({ withCard = false }: { withCard?: boolean }) {
  const field = useField();
  const { jobs, where } = field;
  const element = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const choose = useRef<(requestIds: string[]) => void>(() => undefined);
  const open = jobs.open.value;
  choose.current = (requestIds) => {
    const ids = open.filter(({ request }) => requestIds.includes(request.id)).map(({ id }) => id);
    const [only] = ids;
    if (!withCard && ids.length === 1 && only) go({ screen: 'job', jobId: only });
    else setChosen(ids);
  };
  useEffect(() => {
    if (!element.current) return undefined;
    const made = draw(element.current, field, (ids) => choose.current(ids));
    setDrawn(made);
    return () => made.map.destroy();
  }, []);
  const at = route.value;
  const selected = at.screen === 'job' && !withCard ? at.jobId : chosen.length === 1 ? chosen[0] : undefined;
  const job = open.find(({ id }) => id === selected);
  useShown(drawn, { open, job });
  const fix = where.fix.value;
  const any = open.length > 0;
  useEffect(() => {
    // once, when the first jobs are known: later the view belongs to the reader
    const places = open.flatMap(({ request }) => (request.position ? [request.position] : []));
    const bounds = around(fix ? [...places, fix.position] : places);
    if (bounds && !job) drawn?.map.fitBounds(bounds, 17);
  }, [drawn, any]);
  useEffect(() => drawn?.here.set(fix?.position ?? null, fix?.accuracyMetres), [drawn, fix]);
  const listed = inOrder(
    open.filter(({ id }) => chosen.includes(id)),
    where.steady.value,
  );
  return (
    <section class="jobs-map" aria-label={t('field.map')}>
      {withCard && (
        <h1 class="vh" tabIndex={-1}>
          {t('field.map')}
        </h1>
      )}
      <div class="jobs-map__map" ref={element} />
      {drawn && (
        <div class="map-controls jobs-map__controls">
          <LocateControl map={drawn.map} onFound={() => where.ask()} />
          <ZoomControl map={drawn.map} />
        </div>
      )}
      {listed.length > 0 && (withCard || listed.length > 1) && (
        <ul class="jobs jobs-map__cards">
          {listed.map((placed) => (
            <JobRow key={placed.job.id} placed={placed} next={listed.length === 1} />
          ))}
        </ul>
      )}
    </section>
  );
}

function draw(element: HTMLElement, field: Field, onChoose: (requestIds: string[]) => void): Drawn {
  const { base, jurisdiction } = field;
  const map = createMap(element, { center: jurisdiction.center, zoom: 15, label: t('map.label') });
  const sectors = new SectorLayer(base);
  const here = new HereLayer();
  const rings = new RequestLayer({
    onSelect: (id) => onChoose([id]),
    onList: (_bounds, ids) => onChoose(ids),
  });
  for (const layer of [basemapFor(base, jurisdiction), sectors, here, rings]) map.addLayer(layer);
  map.on('click', () => onChoose([]));
  return { map, rings, sectors, here };
}

/** Keeps the rings, the chosen one and its sector in step with the list. */
function useShown(drawn: Drawn | null, { open, job }: { open: readonly Job[]; job: Job | undefined }): void {
  useEffect(() => drawn?.rings.setItems(open.map(({ request }) => request)), [drawn, open]);
  useEffect(() => {
    drawn?.rings.select(job?.request ?? null);
    drawn?.sectors.select(job?.request.sector?.code ?? null);
  }, [drawn, job]);
  useEffect(() => {
    if (job?.request.position) drawn?.map.flyTo(job.request.position);
  }, [drawn, job?.id]);
}

function around(points: readonly Point[]): Bounds | null {
  if (points.length === 0) return null;
  const lons = points.map(({ coordinates }) => coordinates[0]);
  const lats = points.map(({ coordinates }) => coordinates[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
