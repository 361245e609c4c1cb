import type { ComponentChildren } from 'preact';
import { t } from '../../../core/i18n';
import { Icon } from '../../../ui/Icon';
import { chooseTheme, themeChoice } from '../../../ui/theme';

/** The head of a screen: what it is, a line below, and what can be done at its end. */
export function TopBar({
  title,
  sub,
  children,
}: {
  title: string;
  sub?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <header class="f-top">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {sub && <p>{sub}</p>}
      </div>
      {children && <div class="f-top__end">{children}</div>}
    </header>
  );
}

/** Black on white for full daylight; off goes back to what the phone prefers. */
export function SunButton() {
  const sun = themeChoice.value === 'sun';
  return (
    <button
      type="button"
      class="round-btn"
      aria-pressed={sun}
      aria-label={t('theme.sun')}
      title={t('theme.sun')}
      onClick={() => chooseTheme(sun ? 'auto' : 'sun')}
    >
      <Icon name="sun" size={23} />
    </button>
  );
}
