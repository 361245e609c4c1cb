import { render } from 'preact';
import { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import { setZone } from '../../core/time';
import { addPublicMessages } from '../../messages/public';
import { followTime } from '../../ui/simulated-time';
import { startPage } from '../../ui/start';
import { AppContext, type App } from './app';
import { PublicPage } from './PublicPage';
import { StartFailed } from './StartFailed';
import { ReopenPage } from './track/ReopenPage';
import { TrackPage } from './track/TrackPage';
import { WatchPage } from './watch/WatchPage';
import './page.css';
import './list.css';
import './card.css';
import './print.css';

addPublicMessages();
const { base, http, root, locale } = startPage();
const api = new PublicApi(http);

/** `/{code}/track/{token}` shows one request to the person who reported it; `/{code}/watch/{token}` an area to who watches it; `/{code}/reopen/{token}` lets a follower say that it is not right. */
const [, door, token] = /^\/[^/]+\/(track|watch|reopen)\/([^/]+)\/?$/.exec(location.pathname) ?? [];

async function start(): Promise<void> {
  const [jurisdiction, catalogue] = await Promise.all([api.jurisdiction(), api.catalogue()]);
  setZone(jurisdiction.zone);
  followTime(() => api.jurisdiction(), jurisdiction);
  document.title = t('public.title', { place: jurisdiction.name });
  const app: App = { base, api, jurisdiction, catalogue, locale };
  render(
    <AppContext.Provider value={app}>
      <Opened />
    </AppContext.Provider>,
    root,
  );
}

function Opened() {
  if (!token) return <PublicPage />;
  const known = decodeURIComponent(token);
  if (door === 'reopen') return <ReopenPage token={known} />;
  return door === 'track' ? <TrackPage token={known} /> : <WatchPage token={known} />;
}

start().catch(() => render(<StartFailed />, root));
