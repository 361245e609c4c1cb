import { addMessages } from '../core/i18n';
import fr from './fr/desk.json';
import en from './en/desk.json';
import { addCommonMessages } from './common';
import { addPlaceMessages } from './place';
import { addQuestionMessages } from './questions';
import frReplies from './fr/replies.json';
import enReplies from './en/replies.json';
import frSectors from './fr/sectors.json';
import enSectors from './en/sectors.json';

/** The words of the dispatch desk. */
export function addDeskMessages(): void {
  addCommonMessages();
  addMessages({ fr, en });
  addPlaceMessages();
  addQuestionMessages();
  addMessages({ fr: frReplies, en: enReplies });
  addMessages({ fr: frSectors, en: enSectors });
}
