import { addMessages } from '../core/i18n';
import fr from './fr/catalogue.json';
import en from './en/catalogue.json';

/** The processes at the desk; loaded with their screen. */
export function addCatalogueMessages(): void {
  addMessages({ fr, en });
}
