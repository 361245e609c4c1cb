import { present } from '../../../core/clock';
import { newId } from '../../../core/ids';
import type { Job, WorkReport } from '../../../core/staff-types';
import { useField, type Field } from '../field';
import { jobLane, type PhotoItem, type StepItem } from '../outbox/item';
import { photoItem, prepared } from '../photo';

export interface StepTold extends WorkReport {
  step: StepItem['step'];
  note?: string;
}
const aboutOf = ({ request }: Job) => ({ title: request.title, place: request.address });

/** Writes a step down with the photos taken for it, then tries to send. */
export function useReporter(job: Job): (told: StepTold) => Promise<void> {
  const field = useField();
  return async ({ step, note, ...work }) => {
    await forgetIncomplete(field, job.id);
    const at = new Date(present()).toISOString();
    await field.darkroom.emptied(job.id);
    const photos = unnamedPhotos(field.outbox.items.value, job.id).map(({ id }) => id);
    const said = note?.trim() ? { note: note.trim() } : {};
    await field.outbox.add([
      {
        kind: 'step',
        id: newId(),
        lane: jobLane(job.id),
        jobId: job.id,
        step,
        at,
        // photos go with the steps that say something was seen or done
        photos: step === 'ACCEPTED' || step === 'EN_ROUTE' ? [] : photos,
        about: aboutOf(job),
        ...said,
        ...work,
      },
    ]);
    void field.retries.now();
  };
}

/** What the server found incomplete is told anew: the photos that it named go with the next word. */
async function forgetIncomplete({ outbox }: Field, jobId: string): Promise<void> {
  const refused = outbox.items.value.filter(
    (item) => item.kind === 'step' && item.jobId === jobId && item.refusal?.slug === 'report-incomplete',
  );
  for (const { id } of refused) await outbox.drop(id);
}

/** Writes a photo down at once: a phone short of memory may lose the page, not the picture. */
export async function takePhoto(
  field: Field,
  job: Job,
  { file, purpose }: { file: File; purpose: 'BEFORE' | 'AFTER' },
): Promise<void> {
  const more = { lane: jobLane(job.id), purpose, jobId: job.id, about: aboutOf(job) };
  const write = async (): Promise<void> => field.outbox.add([photoItem(await prepared(file), more)]);
  await field.darkroom.develop({ subject: job.id, purpose }, write());
  void field.retries.now();
}

type Items = Field['outbox']['items']['value'];

export function photosOf(items: Items, jobId: string): PhotoItem[] {
  return items.filter((item): item is PhotoItem => item.kind === 'photo' && item.jobId === jobId);
}

/** Photos of a job that no step has named yet. */
export function unnamedPhotos(items: Items, jobId: string): PhotoItem[] {
  const named = new Set(
    items.flatMap((item) => (item.kind === 'step' && item.jobId === jobId ? item.photos : [])),
  );
  return photosOf(items, jobId).filter(({ id }) => !named.has(id));
}
