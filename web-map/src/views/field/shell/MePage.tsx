import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import type { IconName } from '../../../ui/icons';
import { chooseLanguage, otherLanguage } from '../../../ui/language';
import { chooseTheme, themeChoice, type ThemeChoice } from '../../../ui/theme';
import { useField } from '../field';
import { fileSize } from '../words';
import { install } from './install';
import { TopBar } from './TopBar';

const LOOKS: [ThemeChoice, IconName][] = [
  ['auto', 'half'],
  ['light', 'star'],
  ['dark', 'moon'],
  ['sun', 'sun'],
];

/** The person, the phone's memory, the appearance, and the way out. */
export function MePage() {
  const { shift, jurisdiction } = useField();
  const account = shift.account.value;
  if (!account) return null;
  const teams = account.teams.map(({ code, name }) => `${code}, ${name}`).join(' · ');
  return (
    <>
      <TopBar title={account.name} sub={teams || jurisdiction.name} />
      <div class="scroll me">
        <section class="panel">
          <h2>{t('theme.label')}</h2>
          <div class="me__looks" role="group" aria-label={t('theme.label')}>
            {LOOKS.map(([choice, icon]) => (
              <Button
                key={choice}
                icon={icon}
                aria-pressed={themeChoice.value === choice}
                onClick={() => chooseTheme(choice)}
              >
                {t(`theme.${choice}`)}
              </Button>
            ))}
          </div>
        </section>
        <Button
          size="big"
          block
          lang={otherLanguage()}
          aria-label={t('ui.languageLabel')}
          onClick={() => chooseLanguage(otherLanguage())}
        >
          {t('ui.language')}
        </Button>
        <Memory />
        {install.value && (
          <Button size="big" icon="download" block onClick={() => void install.value?.()}>
            {t('field.me.install')}
          </Button>
        )}
        <SignOut />
      </div>
    </>
  );
}

function Memory() {
  const [words, setWords] = useState('');
  useEffect(() => {
    void (async () => {
      const persisted = (await navigator.storage?.persisted?.()) ?? false;
      const { usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
      const key = persisted ? 'field.me.persisted' : 'field.me.notPersisted';
      setWords(`${t(key)} ${t('field.me.usage', { size: fileSize(usage) })}`);
    })();
  }, []);
  return (
    <section class="panel">
      <h2>{t('field.me.memory')}</h2>
      <p>{words}</p>
    </section>
  );
}

function SignOut() {
  const { shift, outbox } = useField();
  const unsent = outbox.items.value.filter(({ state }) => state !== 'received').length;
  return (
    <section class="panel">
      {unsent > 0 && <p>{t('field.me.keepsUnsent', { n: unsent })}</p>}
      <Button size="big" icon="lock" block onClick={() => void shift.signOut()}>
        {t('field.me.signOut')}
      </Button>
    </section>
  );
}
