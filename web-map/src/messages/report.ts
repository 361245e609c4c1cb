import { addMessages } from '../core/i18n';
import fr from './fr/report.json';
import en from './en/report.json';
import { addPlaceMessages } from './place';
import { addQuestionMessages } from './questions';

/** Reporting a problem; loaded with the report itself. */
export function addReportMessages(): void {
  addMessages({ fr, en });
  addPlaceMessages();
  addQuestionMessages();
}
