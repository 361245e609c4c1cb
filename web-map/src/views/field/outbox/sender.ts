import type { PublicApi } from '../../../core/api';
import { Problem } from '../../../core/problem';
import type { Job, StepReceipt } from '../../../core/staff-types';
import type { Registered, UploadedPhoto } from '../../../core/types';
import { shortNumber, type Item, type Receipt, type ReportItem, type StepItem } from './item';
import type { Transport } from './outbox';

const TIMEOUT_MS = 30_000;
const PHOTO_TIMEOUT_MS = 120_000;

/** Sends items through the server's own doors and believes only an answer that names the item. */
export function senderTo(api: PublicApi, onJob: (job: Job) => void): Transport {
  const { http } = api;
  const send = (item: Item, image: Blob | undefined): Promise<Receipt> => {
    switch (item.kind) {
      case 'photo':
        return sendPhoto(item.id, image);
      case 'step':
        return sendStep(item);
      case 'report':
        return sendReport(item);
    }
  };
  const sendPhoto = async (id: string, image: Blob | undefined): Promise<Receipt> => {
    if (!image) throw new Problem({ slug: 'photo-lost', status: 422, title: '', detail: '' });
    const photo = await within(PHOTO_TIMEOUT_MS, (signal) =>
      http.put<UploadedPhoto>(`/api/photos/${id}`, image, { signal }),
    );
    return receipt(photo.id === id, shortNumber(id));
  };
  const sendStep = async (item: StepItem): Promise<Receipt> => {
    const { id, jobId, step, at, note, photos, cause, quantity, quantityUnit } = item;
    const work = { cause, quantity, quantityUnit };
    const body = { receiptId: id, step, at, ...(note ? { note } : {}), photos, ...work };
    const answer = await within(TIMEOUT_MS, (signal) =>
      http.post<StepReceipt>(`/api/field/jobs/${jobId}/steps`, body, { signal }),
    );
    const done = receipt(answer.receiptId === id, shortNumber(id), answer.receivedAt);
    if (answer.job) onJob(answer.job);
    return done;
  };
  const sendReport = async ({ id, body, photos }: ReportItem): Promise<Receipt> => {
    const answer = await within(TIMEOUT_MS, (signal) =>
      http.post<Registered>('/api/field/requests', { ...body, id, photos }, { idempotencyKey: id, signal }),
    );
    return receipt(typeof answer.number === 'string', answer.number);
  };
  return async (item, image) => {
    // a page that was opened without network has no token yet
    if (!http.csrfToken) await knownSession(api);
    try {
      return await send(item, image);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 403) throw error;
      // the token may be of an earlier session: ask for a new one before believing the refusal
      await knownSession(api);
      return send(item, image);
    }
  };
}

async function knownSession(api: PublicApi): Promise<void> {
  const { account } = await api.session();
  if (!account) throw new Problem({ slug: 'not-signed-in', status: 401, title: '', detail: '' });
}

/** A slow answer is not a missing network: other items may still get through. */
async function within<T>(milliseconds: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    return await call(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Problem({ slug: 'timeout', status: 408, title: '', detail: '' });
  }
}

/** A captive portal answers 200 to everything: an answer without our id is no receipt. */
function receipt(named: boolean, number: string, at = new Date().toISOString()): Receipt {
  if (!named) throw new Error('The answer names another item.');
  return { number, at };
}
