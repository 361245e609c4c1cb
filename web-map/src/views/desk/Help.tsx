import { useRef } from 'preact/hooks';
import { t } from '../../core/i18n';
import { IconButton, Kbd } from '../../ui/Buttons';
import type { Desk } from './desk';
import { useFocusBack } from './use-focus-back';

const LINES: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['J', 'K'], 'help.jk'],
  [['↵'], 'help.enter'],
  [['X'], 'help.x'],
  [['W'], 'help.w'],
  [['F'], 'help.f'],
  [['N'], 'help.n'],
  [['A'], 'help.a'],
  [['S'], 'help.s'],
  [['P'], 'help.p'],
  [['M'], 'help.m'],
  [['R'], 'help.r'],
  [['I'], 'help.i'],
  [['/'], 'help.search'],
  [['?'], 'help.help'],
  [['Esc'], 'help.esc'],
  [['Ctrl', '↵'], 'help.ctrlEnter'],
];

/** What each key does, and the switch for those of one letter. */
export function Help({ desk }: { desk: Desk }) {
  const element = useRef<HTMLElement>(null);
  useFocusBack(() => element.current?.focus());
  return (
    <section ref={element} class="help" role="dialog" aria-label={t('help.title')} tabIndex={-1}>
      <header>
        <h2>{t('help.title')}</h2>
        <IconButton icon="close" label={t('ui.close')} onClick={() => (desk.helpOpen.value = false)} />
      </header>
      <dl class="help__keys">
        {LINES.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <label class="help__switch">
        <input
          type="checkbox"
          checked={desk.letters.value}
          onChange={(event) => desk.setLetters(event.currentTarget.checked)}
        />
        <span>
          <b>{t('help.on')}</b>
          <small>{t('help.letters')}</small>
        </span>
      </label>
    </section>
  );
}

/** A key on a button: shown only while it works. */
export function Key({ desk, children }: { desk: Desk; children: string }) {
  return desk.letters.value ? <Kbd>{children}</Kbd> : null;
}
