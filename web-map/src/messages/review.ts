import { addMessages } from '../core/i18n';
import fr from './fr/review.json';
import en from './en/review.json';

/** The words of the review of a period. */
export function addReviewMessages(): void {
  addMessages({ fr, en });
}
