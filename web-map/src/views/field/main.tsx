import { render } from 'preact';
import { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import { FieldApi } from '../../core/staff-api';
import { setZone } from '../../core/time';
import type { Catalogue, Jurisdiction } from '../../core/types';
import { addFieldMessages } from '../../messages/field';
import { EmptyState } from '../../ui/Parts';
import { followTime } from '../../ui/simulated-time';
import { startPage, type Started } from '../../ui/start';
import { App } from './App';
import { Kept, openDatabase } from './database';
import { FieldProvider, type Field } from './field';
import { Darkroom } from './darkroom';
import { JobBook } from './jobs/job-book';
import { IndexedStore } from './outbox/indexed-store';
import { watched } from './network';
import { Outbox } from './outbox/outbox';
import { Retries } from './outbox/retries';
import { senderTo } from './outbox/sender';
import { Shift } from './shift';
import { startWorker } from './update';
import { Whereabouts } from './whereabouts';
import './field.css';
import './jobs/jobs.css';
import './report/report.css';
import './sent/sent.css';

addFieldMessages();
const started = startPage();
document.title = t('field.title');
try {
  const field = await assemble(started);
  await field.shift.begin();
  field.retries.start();
  render(
    <FieldProvider value={field}>
      <App />
    </FieldProvider>,
    started.root,
  );
} catch {
  render(
    <main>
      <EmptyState icon="offline" title={t('field.start.failed')}>
        <p>{t('field.start.failedHint')}</p>
      </EmptyState>
    </main>,
    started.root,
  );
}
startWorker(started.base);

async function assemble({ base, http }: Started): Promise<Field> {
  const database = await openDatabase(base);
  const kept = new Kept(database);
  const api = new PublicApi(http);
  const jurisdiction = await freshOrKept<Jurisdiction>(kept, 'jurisdiction', () => api.jurisdiction());
  setZone(jurisdiction.zone);
  followTime(() => api.jurisdiction(), jurisdiction);
  const fieldApi = new FieldApi(http);
  const send = senderTo(api, (job) => jobs.put(job));
  const outbox = new Outbox({
    store: new IndexedStore(database),
    transport: (item, image) => watched(send(item, image)),
    exclusively: (work) => alone(`vigie-outbox${base}`, work),
  });
  await outbox.open();
  const jobs = new JobBook(fieldApi, outbox, kept);
  const where = new Whereabouts(fieldApi);
  const retries = new Retries(outbox);
  const parts = { base, api, fieldApi, kept, outbox, retries, jobs, where };
  const catalogue = (): Promise<Catalogue | null> =>
    freshOrKept<Catalogue>(kept, 'catalogue', () => api.catalogue()).catch(() => null);
  return { ...parts, jurisdiction, darkroom: new Darkroom(), shift: new Shift(parts), catalogue };
}

/** The server's answer, or without it the last one. */
async function freshOrKept<T>(kept: Kept, name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const fresh = await ask();
    await kept.put(name, fresh);
    return fresh;
  } catch (error) {
    const before = await kept.get<T>(name);
    if (before === undefined) throw error;
    return before;
  }
}

/** One tab at a time. */
function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request(name, work) as Promise<T>;
}
