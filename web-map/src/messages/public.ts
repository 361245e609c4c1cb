import { addMessages } from '../core/i18n';
import fr from './fr/public.json';
import en from './en/public.json';

/** Browsing, one request, tracking. */
export function addPublicMessages(): void {
  addMessages({ fr, en });
}
