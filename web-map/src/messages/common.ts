import { addMessages } from '../core/i18n';
import fr from './fr/common.json';
import en from './en/common.json';

/** The words every page needs. A page registers its own area in the same way. */
export function addCommonMessages(): void {
  addMessages({ fr, en });
}
