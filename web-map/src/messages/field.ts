import { addMessages } from '../core/i18n';
import fr from './fr/field.json';
import en from './en/field.json';
import { addCommonMessages } from './common';
import { addPlaceMessages } from './place';
import { addQuestionMessages } from './questions';

/** The words of the field page. */
export function addFieldMessages(): void {
  addCommonMessages();
  addMessages({ fr, en });
  addPlaceMessages();
  addQuestionMessages();
}
