import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Address } from '../../../core/place-types';
import type { Point, RequestCard } from '../../../core/types';
import type { MapPort, ShownOverlays } from '../../../map';
import { Brand } from '../../../ui/Parts';
import { IconButton } from '../../../ui/Buttons';
import { Logo } from '../../../ui/Icon';
import { onDemand } from '../../../ui/on-demand';
import { showToast } from '../../../ui/Toast';
import { useApp } from '../app';
import { narrow } from '../layout';
import { PromisesLink } from '../promises/PromisesLink';
import type { Browse } from './browse';
import { Chips } from './Chips';
import { Hotline } from './Hotline';
import { ListHead } from './ListHead';
import { LanguageSwitch, PhoneMenu, ThemeToggle } from './Menu';
import { PlaceSearch } from './PlaceSearch';
import { RequestList } from './RequestList';
import { Sheet } from './Sheet';

const FiltersPane = onDemand(
  () => import('./FiltersPane').then((code) => code.FiltersPane),
  () => showToast(t('public.failed')),
);

export interface PanelProps {
  browse: Browse;
  map: MapPort | undefined;
  near: () => Point | undefined;
  spot: readonly RequestCard[] | null;
  onLeaveSpot: () => void;
  tall: boolean;
  onTall: (tall: boolean) => void;
  sectors: boolean;
  onSectors: (shown: boolean) => void;
  overlays: ShownOverlays | null;
  onPlace: (address: Address) => void;
  onLocate: () => void;
  onFollow: () => void;
  onShare: () => void;
  onReport: () => void;
}

/** Search, domains and the list: beside the map, or above and below it on a phone. */
export function BrowsePanel(props: PanelProps) {
  const { browse, spot } = props;
  const [filtersOpen, setFiltersOpen] = useState(false);
  const toggleFilters = (): void => {
    props.onTall(!filtersOpen);
    setFiltersOpen(!filtersOpen);
    if (filtersOpen) document.querySelector<HTMLElement>('.chips__filters .chip')?.focus();
  };
  return (
    <section class="panel" aria-label={t('public.panel')}>
      <PanelTop {...props} filtersOpen={filtersOpen} onFilters={toggleFilters} />
      <Sheet tall={props.tall} onTall={props.onTall}>
        {narrow.value && <Hotline />}
        {filtersOpen ? (
          <FiltersPane browse={browse} onClose={toggleFilters} />
        ) : (
          <>
            <ListHead browse={browse} spot={spot?.length ?? null} onLeaveSpot={props.onLeaveSpot} />
            <RequestList browse={browse} only={spot} onReport={props.onReport} />
          </>
        )}
      </Sheet>
      {!narrow.value && (
        <footer class="panel__foot">
          <Hotline />
          <PromisesLink />
        </footer>
      )}
    </section>
  );
}

type TopProps = PanelProps & { filtersOpen: boolean; onFilters: () => void };

function PanelTop(props: TopProps) {
  const { jurisdiction } = useApp();
  const { browse } = props;
  const phone = narrow.value;
  return (
    <header class="panel__top">
      {!phone && (
        <div class="panel__brand">
          <h1>
            <Brand place={jurisdiction.name} />
          </h1>
          <button type="button" class="link" onClick={props.onFollow}>
            {t('public.follow')}
          </button>
          <LanguageSwitch />
          <ThemeToggle />
        </div>
      )}
      <div class="panel__search">
        {phone && (
          <h1 class="panel__logo">
            <Logo />
            <span class="vh">{t('public.title', { place: jurisdiction.name })}</span>
          </h1>
        )}
        <PlaceSearch
          near={props.near}
          onRequest={(number) => void browse.select(number)}
          onPlace={props.onPlace}
          end={
            phone ? (
              <PhoneMenu {...props} />
            ) : (
              <IconButton icon="locate" label={t('map.locate')} onClick={props.onLocate} />
            )
          }
        />
      </div>
      <Chips browse={browse} filtersOpen={props.filtersOpen} onFilters={props.onFilters} />
    </header>
  );
}
