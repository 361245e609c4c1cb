import { addMessages } from '../core/i18n';
import en from './en/settings.json';
import fr from './fr/settings.json';

/** The words of the settings, loaded with them. */
export function addSettingsMessages(): void {
  addMessages({ fr, en });
}
