import './styles';
import { jurisdictionBase, Http } from '../core/http';
import { setLocale, type Locale } from '../core/i18n';
import { addStartMessages } from '../messages/start';
import { startClock } from './clock';
import { wantedLanguage } from './language';
import { startTheme } from './theme';

/** What every page has in hand once it is started. */
export interface Started {
  /** `/{code}`. */
  base: string;
  http: Http;
  locale: Locale;
  root: HTMLElement;
}

/** Language, theme, clock and address: the same first steps for every page. */
export function startPage(wanted: string = wantedLanguage()): Started {
  addStartMessages();
  const locale = setLocale(wanted);
  document.documentElement.lang = locale;
  startTheme();
  startClock();
  const base = jurisdictionBase(location.pathname);
  const root = document.getElementById('app');
  if (!root) throw new Error('The page has no #app element.');
  return { base, http: new Http(base, locale), locale, root };
}
