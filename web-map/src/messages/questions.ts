import { addMessages } from '../core/i18n';
import fr from './fr/questions.json';
import en from './en/questions.json';

/** What is asked of whoever reports. */
export function addQuestionMessages(): void {
  addMessages({ fr, en });
}
