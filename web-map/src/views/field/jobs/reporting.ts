import { newId } from '../../../core/ids';
import type { Job } from '../../../core/staff-types';
import { useField, type Field } from '../field';
import { jobLane, type PhotoItem, type StepItem } from '../outbox/item';
import { photoItem, prepared } from '../photo';

export interface StepTold {
  step: StepItem['step'];
  note?: string;
}
const aboutOf = ({ request }: Job) => ({ title: request.title, place: request.address });

/** Writes a step down with the photos taken for it, then tries to send. */
export function useReporter(job: Job): (told: StepTold) => Promise<void> {
  const field = useField();
  return async ({ step, note }) => {
    const photos = unnamedPhotos(field.outbox.items.value, job.id).map(({ id }) => id);
    const at = new Date().toISOString();
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
      },
    ]);
    void field.retries.now();
  };
}

/** Writes a photo down at once: a phone short of memory may lose the page, not the picture. */
export async function takePhoto(
  field: Field,
  job: Job,
  { file, purpose }: { file: File; purpose: 'BEFORE' | 'AFTER' },
): Promise<void> {
  const photo = await prepared(file);
  const more = { lane: jobLane(job.id), purpose, jobId: job.id, about: aboutOf(job) };
  await field.outbox.add([photoItem(photo, more)]);
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
