import type { Http } from './http';
import type * as R from './rule-types';
import type { Revised } from './staff-api';

const PATH = '/api/desk/rules';

/** Rules of the town: written, told in words, tried, activated, put in order. */
export class RuleApi {
  constructor(readonly http: Http) {}

  list(): Promise<{ items: R.Rule[] }> {
    return this.http.get(PATH);
  }
  vocabulary(): Promise<R.Vocabulary> {
    return this.http.get(`${PATH}/vocabulary`);
  }
  /** Safe to repeat: the id is made here. */
  begin(id: string, draft: R.RuleDraft): Promise<R.Rule> {
    return this.http.post(PATH, { id, ...draft });
  }
  save({ id, revision }: Revised, draft: R.RuleDraft): Promise<R.Rule> {
    return this.http.put(`${PATH}/${id}`, draft, { revision });
  }
  discard({ id, revision }: Revised): Promise<void> {
    return this.http.delete(`${PATH}/${id}`, { revision });
  }
  /** The sentence of what is being written; refused as saving would refuse it. */
  check(text: R.RuleText, signal: AbortSignal): Promise<{ sentence: string }> {
    return this.http.post(`${PATH}/check`, { text }, { signal });
  }
  /** @param about the id of a rule, or a draft that is kept nowhere */
  dryRun(about: string | R.RuleDraft, report: R.Thought): Promise<R.DryRun> {
    const rule = typeof about === 'string' ? { rule: about } : { draft: about };
    return this.http.post(`${PATH}/dry-run`, { ...rule, report });
  }
  tryOut(id: string, days: number): Promise<R.Rule> {
    const from = new Date(Date.now() - days * 86_400_000);
    return this.http.post(`${PATH}/${id}/trial`, { from });
  }
  activate({ id, revision }: Revised): Promise<R.Rule> {
    return this.http.post(`${PATH}/${id}/activation`, undefined, { revision });
  }
  retire({ id, revision }: Revised): Promise<R.Rule> {
    return this.http.post(`${PATH}/${id}/retirement`, undefined, { revision });
  }
  order(ids: readonly string[]): Promise<{ items: R.Rule[] }> {
    return this.http.put(`${PATH}/order`, { ids });
  }
}
