import { addMessages } from '../core/i18n';
import fr from './fr/start.json';
import en from './en/start.json';

/** What is said when nothing more could be loaded. */
export function addStartMessages(): void {
  addMessages({ fr, en });
}
