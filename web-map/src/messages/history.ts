import { addMessages } from '../core/i18n';
import fr from './fr/history.json';
import en from './en/history.json';

/** The words of the search over all years. */
export function addHistoryMessages(): void {
  addMessages({ fr, en });
}
