import { addMessages } from '../core/i18n';
import fr from './fr/analysis.json';
import en from './en/analysis.json';

/** The words of analyses on the map. */
export function addAnalysisMessages(): void {
  addMessages({ fr, en });
}
