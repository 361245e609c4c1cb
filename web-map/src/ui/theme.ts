import { signal } from '@preact/signals';

/** `auto` follows the system; `sun` is for the field in full daylight. */
export type ThemeChoice = 'light' | 'dark' | 'auto' | 'sun';
export type Theme = 'light' | 'dark' | 'sun';

const KEY = 'vigie.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

export const themeChoice = signal<ThemeChoice>(stored());

/** The theme in force; the map and the page redraw from it. */
export const theme = signal<Theme>(resolve(themeChoice.value));

/** Puts the theme on the document; call once, before the first drawing. */
export function startTheme(): void {
  apply();
  dark.addEventListener('change', apply);
}

export function chooseTheme(choice: ThemeChoice): void {
  themeChoice.value = choice;
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // a browser that keeps nothing still gets the theme for this visit
  }
  apply();
}

function apply(): void {
  const next = resolve(themeChoice.value);
  document.documentElement.dataset['theme'] = next;
  theme.value = next;
}

function resolve(choice: ThemeChoice): Theme {
  return choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' || value === 'sun' ? value : 'auto';
  } catch {
    return 'auto';
  }
}
