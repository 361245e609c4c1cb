import { present } from '../core/clock';
import { t } from '../core/i18n';
import { shortSpan } from '../core/time';
import { clusterSize, clusterSvg, clusterTotal } from '../ui/cluster';
import { ICONS } from '../ui/icons';
import { ringSvg } from '../ui/ring';
import type { MarkerSpec } from './dom-markers';
import type { Said } from './mark-news';
import type { ClusterMark, RequestMark } from './marker-data';

const RING_PIXELS = 42;
const TARGET_PIXELS = 44;
const SELECTED_PIXELS = 52;
const ABOVE = { cluster: 200, late: 400, hovered: 2000, selected: 3000 };

interface Attention {
  selected: boolean;
  hovered: boolean;
  dimmed: boolean;
  said?: Said | undefined;
}
type Acts = Pick<MarkerSpec, 'onClick' | 'onHover'>;

/** A ring in its button. */
export function requestSpec(
  mark: RequestMark,
  { selected, hovered, dimmed, said }: Attention,
  acts: Acts,
): MarkerSpec {
  const names = [selected && 'mark--selected', hovered && 'mark--hovered', dimmed && 'mark--dimmed'];
  const order = selected ? ABOVE.selected : hovered ? ABOVE.hovered : mark.ring.late ? ABOVE.late : 0;
  return {
    key: mark.id,
    position: mark.position,
    markup: ringSvg(mark, selected ? SELECTED_PIXELS : RING_PIXELS) + bell(mark),
    label: markLabel(mark),
    className: names.filter(Boolean).join(' '),
    size: selected ? SELECTED_PIXELS : TARGET_PIXELS,
    order,
    inert: dimmed,
    said,
    ...acts,
  };
}

function markLabel(mark: RequestMark): string {
  const { title, address, state, ring, escalationStep: step } = mark;
  const escalated = step === undefined ? '' : t('map.escalated', { step });
  return [title, address, t(`state.${state}`), dueSentence(ring), escalated].filter(Boolean).join(', ');
}

/** In ink, beside the ring: it says who was told, not how late it is. */
function bell({ escalationStep: step }: RequestMark): string {
  if (step === undefined) return '';
  return `<span class="mark__bell" aria-hidden="true"><svg width="12" height="12" viewBox="0 0 24 24"><path d="${ICONS.bell}"/></svg>${step}</span>`;
}

/** One that is finished and not shown any more: it goes before the reader's eyes. */
export function leavingSpec(mark: RequestMark, said: Said | undefined, acts: Acts): MarkerSpec {
  const spec = requestSpec(mark, { selected: false, hovered: false, dimmed: false, said }, acts);
  return { ...spec, className: 'mark--leaving' };
}

/** A donut in its button. */
export function clusterSpec(
  cluster: ClusterMark,
  { hovered, dimmed, said }: Omit<Attention, 'selected'>,
  onClick: () => void,
): MarkerSpec {
  const total = clusterTotal(cluster.counts);
  const [lon, lat] = cluster.position.coordinates;
  return {
    key: `cluster ${lon.toFixed(5)} ${lat.toFixed(5)}`,
    position: cluster.position,
    markup: clusterSvg(cluster.counts, cluster.late),
    label:
      cluster.late > 0 ? t('map.clusterLate', { total, n: cluster.late }) : t('map.cluster', { n: total }),
    className: ['mark--cluster', hovered && 'mark--hovered', dimmed && 'mark--dimmed']
      .filter(Boolean)
      .join(' '),
    inert: dimmed,
    size: clusterSize(total),
    order: hovered ? ABOVE.hovered : ABOVE.cluster,
    said,
    onClick,
  };
}

function dueSentence({ dueAt, late }: RequestMark['ring']): string {
  if (dueAt === undefined) return t('time.done');
  const left = shortSpan(Date.parse(dueAt) - present());
  return late ? t('ring.late', { span: left }) : t('ring.due', { span: left });
}
