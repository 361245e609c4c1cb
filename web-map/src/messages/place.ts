import { addMessages } from '../core/i18n';
import fr from './fr/place.json';
import en from './en/place.json';

/** What people are told of a place before they report something there. */
export function addPlaceMessages(): void {
  addMessages({ fr, en });
}
