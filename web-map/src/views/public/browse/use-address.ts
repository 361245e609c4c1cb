import { useEffect } from 'preact/hooks';
import { effect } from '@preact/signals';
import { readAddress, writeAddress } from './page-address';
import type { PageState } from '../PublicPage';

/** Keeps the address bar a link to what is being looked at; "back" closes what was opened. */
export function useAddress({ browse, view, layers }: PageState): void {
  useEffect(() => {
    let opened = readAddress(location.search).request;
    const stop = effect(() => {
      const request = browse.selection.value?.key ?? null;
      const query = writeAddress({
        filters: browse.filters.value,
        sort: browse.sort.value,
        view: view.value,
        layers: layers.value,
        request,
      });
      const url = `${location.pathname}${query}`;
      if (url === `${location.pathname}${location.search}`) return;
      // opening is a step that "back" undoes; everything else replaces the address
      if (request !== null && opened === null) history.pushState({ opened: true }, '', url);
      else history.replaceState(history.state, '', url);
      opened = request;
    });
    const back = (): void => {
      const { request, filters, sort } = readAddress(location.search);
      opened = request;
      if (browse.selection.value?.key !== (request ?? undefined)) void browse.select(request);
      browse.sort.value = sort;
      if (JSON.stringify(filters) !== JSON.stringify(browse.filters.value)) browse.setFilters(filters);
    };
    window.addEventListener('popstate', back);
    return () => {
      stop();
      window.removeEventListener('popstate', back);
    };
  }, []);
}
