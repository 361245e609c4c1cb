import { addMessages } from '../core/i18n';
import en from './en/staffing.json';
import fr from './fr/staffing.json';

/** The words of the teams' page, loaded with it. */
export function addStaffingMessages(): void {
  addMessages({ fr, en });
}
