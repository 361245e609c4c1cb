import { t } from '../core/i18n';
import { IconButton } from './Buttons';
import type { IconName } from './icons';
import { chooseTheme, themeChoice, type ThemeChoice } from './theme';

const LOOKS: Record<ThemeChoice, IconName> = { light: 'sun', dark: 'moon', auto: 'half', sun: 'sun' };

/** Chooses between appearances; the field adds `sun`. */
export function ThemeSwitch({ choices = ['light', 'dark', 'auto'] }: { choices?: readonly ThemeChoice[] }) {
  return (
    <span class="theme-switch" role="group" aria-label={t('theme.label')}>
      {choices.map((choice) => (
        <IconButton
          key={choice}
          icon={LOOKS[choice]}
          label={t(`theme.${choice}`)}
          aria-pressed={themeChoice.value === choice}
          onClick={() => chooseTheme(choice)}
        />
      ))}
    </span>
  );
}
