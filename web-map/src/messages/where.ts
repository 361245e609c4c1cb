import { addMessages } from '../core/i18n';
import en from './en/where.json';
import fr from './fr/where.json';

/** The words of what holds where, loaded with that page. */
export function addWhereMessages(): void {
  addMessages({ fr, en });
}
