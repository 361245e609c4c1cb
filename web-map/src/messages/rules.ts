import { addMessages } from '../core/i18n';
import fr from './fr/rules.json';
import en from './en/rules.json';

/** The words of the desk's rules; they come with that screen. */
export function addRuleMessages(): void {
  addMessages({ fr, en });
}
