import { render, type ComponentType } from 'preact';
import { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import { setZone } from '../../core/time';
import { addPublicMessages } from '../../messages/public';
import { followTime } from '../../ui/simulated-time';
import { startPage } from '../../ui/start';
import { AppContext, type App } from './app';
import { PublicPage } from './PublicPage';
import { StartFailed } from './StartFailed';
import './page.css';
import './list.css';
import './card.css';
import './print.css';

const { base, http, root, locale } = startPage();
const api = new PublicApi(http);

type Door = ComponentType<{ token: string }>;

/** Who comes by a link of their own: to the request that they reported, to the area that they watch, or to say that it is not right. */
const DOORS: Record<string, () => Promise<Door>> = {
  track: () => import('./track/TrackPage').then((code) => code.TrackPage),
  watch: () => import('./watch/WatchPage').then((code) => code.WatchPage),
  reopen: () => import('./track/ReopenPage').then((code) => code.ReopenPage),
};
const [, door, token] = /^\/[^/]+\/(track|watch|reopen)\/([^/]+)\/?$/.exec(location.pathname) ?? [];

async function start(): Promise<void> {
  const [jurisdiction, catalogue, Opened] = await Promise.all([
    api.jurisdiction(),
    api.catalogue(),
    DOORS[door ?? '']?.(),
    addPublicMessages(locale),
  ]);
  setZone(jurisdiction.zone);
  followTime(() => api.jurisdiction(), jurisdiction);
  document.title = t('public.title', { place: jurisdiction.name });
  const app: App = { base, api, jurisdiction, catalogue, locale };
  render(
    <AppContext.Provider value={app}>
      {Opened && token ? <Opened token={decodeURIComponent(token)} /> : <PublicPage />}
    </AppContext.Provider>,
    root,
  );
}

start().catch(() => render(<StartFailed />, root));
