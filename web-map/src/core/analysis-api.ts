import type { Analysis, AnalysisName, AnalysisQuery } from './analysis-types';
import { queryOf, type Http } from './http';

const PATH = '/api/desk/analysis';

/** Analyses on the map, and where their files lie. */
export class AnalysisApi {
  constructor(readonly http: Http) {}

  async get(name: AnalysisName, query: AnalysisQuery, signal: AbortSignal): Promise<Analysis> {
    const answer = await this.http.get<object>(`${PATH}/${name}`, { query: { ...query }, signal });
    return { ...answer, name } as Analysis;
  }
  csv(table: string, query: AnalysisQuery): string {
    return `${this.http.base}${PATH}/${table}.csv${queryOf({ ...query })}`;
  }
}
