import { addMessages } from '../core/i18n';
import en from './en/overlays.json';
import fr from './fr/overlays.json';

/** The words of layers of other services, loaded with them. */
export function addOverlayMessages(): void {
  addMessages({ fr, en });
}
