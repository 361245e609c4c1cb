import { t } from '../../../core/i18n';
import type { CategoryPromises, Chain, Letterhead, Setting, Template } from '../../../core/settings-types';
import type { SectionProps } from './SettingsScreen';

/** All that the letters are set up with. */
export interface LettersRead {
  templates: Template[];
  fields: Record<string, string[]>;
  chains: Chain[];
  head: Letterhead & { setting: Setting };
  categories: CategoryPromises[];
  /** Who may stand in a chain by name. */
  people: { id: string; name: string }[];
}

export interface LettersPartProps extends SectionProps {
  read: LettersRead;
  onDone: () => Promise<void>;
}

/** Choices of a category by its id; the first stands for all. */
export function categoryOptions(categories: readonly CategoryPromises[]): [string, string][] {
  return [
    ['', t('settings.category.every')],
    ...categories.map(({ id, name }): [string, string] => [id, name]),
  ];
}
