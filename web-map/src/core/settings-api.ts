import type { Http } from './http';
import type { CommitmentKind } from './types';
import type * as S from './settings-types';

/** A change of the calendar, the promises or a ladder: looked at first, then made. */
export interface Trial {
  revision: number;
  preview: boolean;
}

/** What the town sets up. Every change names the revision it was made on. */
export class SettingsApi {
  constructor(readonly http: Http) {}

  calendars(): Promise<{ items: S.Calendar[]; rules: string[] }> {
    return this.http.get('/api/desk/calendars');
  }
  addCalendar(calendar: S.NewCalendar): Promise<S.Effect> {
    return this.http.post('/api/desk/calendars', calendar);
  }
  changeCalendar(code: string, change: S.CalendarChange, trial: Trial): Promise<S.Effect> {
    return this.http.put(`/api/desk/calendars/${code}`, change, callOf(trial));
  }
  setDay(
    code: string,
    day: string,
    special: { name: string; hours: S.Hours[] },
    trial: Trial,
  ): Promise<S.Effect> {
    return this.http.put(`/api/desk/calendars/${code}/days/${day}`, special, callOf(trial));
  }
  usualDay(code: string, day: string, trial: Trial): Promise<S.Effect> {
    return this.http.remove(`/api/desk/calendars/${code}/days/${day}`, callOf(trial));
  }
  /** For every calendar that knows holidays. */
  announceHoliday(
    day: string,
    told: { holiday: boolean; name: string },
    preview: boolean,
  ): Promise<S.Effect> {
    return this.http.put(`/api/desk/holidays/${day}`, told, { query: { preview } });
  }
  promises(): Promise<{ items: S.CategoryPromises[] }> {
    return this.http.get('/api/desk/promises');
  }
  changePromises(
    category: string,
    change: { promises: S.PromiseRow[]; running: boolean; reason: string },
    trial: Trial,
  ): Promise<S.Effect> {
    return this.http.put(`/api/desk/promises/${category}`, change, callOf(trial));
  }
  ladders(): Promise<S.Ladders> {
    return this.http.get('/api/desk/ladders');
  }
  changeLadder(
    place: { commitment: CommitmentKind; category: string },
    change: { steps: S.LadderStep[]; reason: string },
    trial: Trial,
  ): Promise<{ ringsNow: number }> {
    const call = callOf(trial);
    const query = { ...call.query, category: place.category };
    return this.http.put(`/api/desk/ladders/${place.commitment}`, change, { ...call, query });
  }
  reminders(): Promise<S.Reminders> {
    return this.http.get('/api/desk/reminders');
  }
  changeReminders(
    change: Omit<S.Reminders, 'setting'> & { reason: string },
    revision: number,
  ): Promise<S.Reminders> {
    return this.http.put('/api/desk/reminders', change, { revision });
  }
  modules(): Promise<{ items: S.Module[] }> {
    return this.http.get('/api/desk/modules');
  }
  switchModule({ module, setting }: S.Module, on: boolean, reason: string): Promise<{ items: S.Module[] }> {
    return this.http.put(`/api/desk/modules/${module}`, { on, reason }, { revision: setting.revision });
  }
  systems(): Promise<{ items: S.OtherSystem[] }> {
    return this.http.get('/api/desk/open311-clients');
  }
  /** A new id is a new system, whose key is in the answer. */
  saveSystem(
    id: string,
    terms: Pick<S.OtherSystem, 'name' | 'quotaPerHour' | 'externalIdAttribute'> & { reason: string },
    revision: number,
  ): Promise<S.OtherSystem> {
    return this.http.put(`/api/desk/open311-clients/${id}`, terms, { revision });
  }
  issueKey({ id, setting }: S.OtherSystem, reason: string): Promise<S.OtherSystem> {
    return this.http.post(`/api/desk/open311-clients/${id}/key`, { reason }, { revision: setting.revision });
  }
  revokeKey({ id, setting }: S.OtherSystem, reason: string): Promise<void> {
    return this.http.delete(`/api/desk/open311-clients/${id}`, {
      query: { reason },
      revision: setting.revision,
    });
  }
  templates(): Promise<{ items: S.Template[]; fields: Record<string, string[]> }> {
    return this.http.get('/api/desk/reply-templates');
  }
  saveTemplate(id: string, text: S.TemplateText, revision: number): Promise<S.Template> {
    return this.http.put(`/api/desk/reply-templates/${id}`, text, { revision });
  }
  chains(): Promise<{ items: S.Chain[] }> {
    return this.http.get('/api/desk/approval-chains');
  }
  saveChain(id: string, chain: Omit<S.Chain, 'id' | 'setting'>, revision: number): Promise<S.Chain> {
    return this.http.put(`/api/desk/approval-chains/${id}`, chain, { revision });
  }
  letterhead(): Promise<S.Letterhead & { setting: S.Setting }> {
    return this.http.get('/api/desk/letterhead');
  }
  saveLetterhead(head: S.Letterhead, revision: number): Promise<S.Letterhead & { setting: S.Setting }> {
    return this.http.put('/api/desk/letterhead', head, { revision });
  }
}

const callOf = ({ revision, preview }: Trial): { revision: number; query: { preview: boolean } } => ({
  revision,
  query: { preview },
});
