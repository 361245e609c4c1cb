import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { RequestCard } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { useGrowing } from '../../../ui/growing';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import type { Browse } from './browse';
import { countFilters, noFilters } from './page-address';
import { BrowsedRow } from './RequestRow';

interface ListProps {
  browse: Browse;
  /** Only these, all at one place. */
  only: readonly RequestCard[] | null;
  onReport: () => void;
}

/** The requests of the map's box, row by row. */
export function RequestList({ browse, only, onReport }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { items, waiting } = browse.list.value;
  const loading = browse.loading.value;
  const selected = browse.selectedId.value;
  const shown = only ?? items;
  const made = useGrowing(shown.length, only ?? browse.first.value);
  useEffect(() => {
    if (selected) document.getElementById(`row-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected, made === shown.length]);
  const onScroll = (): void => {
    browse.atTop = (scroller.current?.scrollTop ?? 0) < 8;
    if (browse.atTop && browse.list.value.waiting.length > 0) browse.showWaiting();
  };
  const toTop = (): void => {
    browse.showWaiting();
    scroller.current?.scrollTo({ top: 0 });
  };
  if (!only && loading === 'first' && items.length === 0) return <RowSkeletons />;
  if (!only && loading === 'failed' && items.length === 0) return <Failed browse={browse} />;
  if (shown.length === 0) return <Nothing browse={browse} onReport={onReport} />;
  return (
    <div class="rows" ref={scroller} onScroll={onScroll} aria-busy={loading === 'first'}>
      {!only && waiting.length > 0 && (
        <button type="button" class="rows__new" onClick={toTop}>
          {t('list.new', { n: waiting.length })}
        </button>
      )}
      <ul>
        {shown.slice(0, made).map((card) => (
          <BrowsedRow key={card.id} card={card} browse={browse} />
        ))}
      </ul>
      {!only && made === shown.length && <More browse={browse} />}
    </div>
  );
}

/** Loads the next page when its end comes near; the button is there for those who do not scroll. */
function More({ browse }: { browse: Browse }) {
  const end = useRef<HTMLDivElement>(null);
  const { next } = browse.list.value;
  useEffect(() => {
    if (!end.current || next === null) return undefined;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && void browse.loadMore(), {
      rootMargin: '400px',
    });
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [next]);
  if (next === null) return <div class="rows__end" />;
  return (
    <div class="rows__end" ref={end}>
      <Button look="quiet" aria-busy={browse.loading.value === 'more'} onClick={() => void browse.loadMore()}>
        {t(browse.loading.value === 'more' ? 'ui.loading' : 'list.more')}
      </Button>
    </div>
  );
}

function Nothing({ browse, onReport }: { browse: Browse; onReport: () => void }) {
  const filters = browse.filters.value;
  const filtered = countFilters(filters) > 0 || filters.domain.length > 0;
  if (filtered)
    return (
      <EmptyState icon="filter" title={t('list.emptyFiltered')}>
        <Button onClick={() => browse.setFilters(noFilters())}>{t('list.emptyReset')}</Button>
      </EmptyState>
    );
  return (
    <EmptyState icon="map" title={t('list.empty')}>
      <p>{t('list.emptyHint')}</p>
      <Button icon="camera" onClick={onReport}>
        {t('public.report')}
      </Button>
    </EmptyState>
  );
}

function Failed({ browse }: { browse: Browse }) {
  return (
    <EmptyState icon="offline" title={t('public.failed')}>
      <Button icon="sync" onClick={() => browse.reload()}>
        {t('public.retry')}
      </Button>
    </EmptyState>
  );
}

function RowSkeletons() {
  return (
    <div class="rows" role="status" aria-label={t('ui.loading')}>
      {[72, 58, 66, 50, 62, 70].map((width) => (
        <div key={width} class="row row--skeleton">
          <Skeleton width="42px" height="42px" />
          <Skeleton width={`${width}%`} />
          <Skeleton width="36px" />
          <Skeleton width={`${width - 20}%`} height="12px" />
          <Skeleton width="52px" height="12px" />
        </div>
      ))}
    </div>
  );
}
