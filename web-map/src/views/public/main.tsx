import { render } from 'preact';
import { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import { setZone } from '../../core/time';
import { addPublicMessages } from '../../messages/public';
import { startPage } from '../../ui/start';
import { AppContext, type App } from './app';
import { PublicPage } from './PublicPage';
import { StartFailed } from './StartFailed';
import { TrackPage } from './track/TrackPage';
import './page.css';
import './list.css';
import './card.css';

addPublicMessages();
const { base, http, root, locale } = startPage();
const api = new PublicApi(http);

/** `/{code}/track/{token}` shows one request to the person who reported it. */
const token = /^\/[^/]+\/track\/([^/]+)\/?$/.exec(location.pathname)?.[1];

async function start(): Promise<void> {
  const [jurisdiction, catalogue] = await Promise.all([api.jurisdiction(), api.catalogue()]);
  setZone(jurisdiction.zone);
  document.title = t('public.title', { place: jurisdiction.name });
  const app: App = { base, api, jurisdiction, catalogue, locale };
  render(
    <AppContext.Provider value={app}>
      {token ? <TrackPage token={decodeURIComponent(token)} /> : <PublicPage />}
    </AppContext.Provider>,
    root,
  );
}

start().catch(() => render(<StartFailed />, root));
