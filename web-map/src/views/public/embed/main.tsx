import { render } from 'preact';
import { PublicApi } from '../../../core/api';
import { t } from '../../../core/i18n';
import { setZone } from '../../../core/time';
import { addPublicMessages } from '../../../messages/public';
import { wantedLanguage } from '../../../ui/language';
import { startPage } from '../../../ui/start';
import { themeChoice } from '../../../ui/theme';
import { AppContext, type App } from '../app';
import { StartFailed } from '../StartFailed';
import { readEmbed } from './embed-address';
import { EmbedPage } from './EmbedPage';
import '../list.css';
import './embed.css';

const wanted = readEmbed(location.search);
// for this frame only: nothing is kept of it
if (wanted.theme !== null) themeChoice.value = wanted.theme;
const { base, http, root, locale } = startPage(wanted.lang ?? wantedLanguage());
const api = new PublicApi(http);

/** `/{code}/embed` shows the map of requests inside pages of others. */
async function start(): Promise<void> {
  const [jurisdiction, catalogue] = await Promise.all([
    api.jurisdiction(),
    api.catalogue(),
    addPublicMessages(locale),
  ]);
  setZone(jurisdiction.zone);
  document.title = t('public.title', { place: jurisdiction.name });
  const app: App = { base, api, jurisdiction, catalogue, locale };
  render(
    <AppContext.Provider value={app}>
      <EmbedPage wanted={wanted} />
    </AppContext.Provider>,
    root,
  );
}

start().catch(() => render(<StartFailed />, root));
