import { queryOf, type Http } from './http';
import type { Review, ReviewQuery } from './review-types';

const PATH = '/api/desk/review';

/** The review of a period: as figures, and where its files lie. */
export class ReviewApi {
  constructor(readonly http: Http) {}

  review(query: ReviewQuery, signal: AbortSignal): Promise<Review> {
    return this.http.get(PATH, { query, signal });
  }
  csv(table: string, query: ReviewQuery): string {
    return `${this.http.base}${PATH}/${table}.csv${queryOf(query)}`;
  }
  pdf(query: ReviewQuery): string {
    return `${this.http.base}${PATH}/review.pdf${queryOf(query)}`;
  }
}
