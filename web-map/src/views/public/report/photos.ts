import { signal, type ReadonlySignal } from '@preact/signals';
import { newId } from '../../../core/ids';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { Point, UploadedPhoto } from '../../../core/types';
import type { App } from '../app';
import type { Draft } from './draft';
import { photoPosition } from './exif';
import { prepared, UnreadablePicture } from './picture';
import { uploadPhoto } from './upload';

export interface PhotoStatus {
  progress: number;
  /** A sentence when it could not be sent. */
  problem: string | null;
}
export const MOST_PHOTOS = 4;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/** What the photos need of the report that they belong to. */
interface Owner {
  change: (photos: Draft['photos']) => void;
  /** Stores the draft at once: a photo cannot be written again. */
  keep: () => void;
  /** A photo says where it was taken. */
  propose: (position: Point) => void;
  closed: () => boolean;
}

/** The photos of a report: made small, kept with the draft, and sent while the rest is still being written. */
export class ReportPhotos {
  readonly status = signal<Readonly<Record<string, PhotoStatus>>>({});
  readonly problem = signal<string | null>(null);
  readonly preparing = signal(false);

  constructor(
    private readonly app: App,
    private readonly draft: ReadonlySignal<Draft>,
    private readonly owner: Owner,
  ) {}

  /** Sends what an earlier visit left unsent. */
  resume(): void {
    for (const photo of this.draft.value.photos) if (!photo.uploaded) void this.send(photo.id);
  }
  forget(): void {
    this.status.value = {};
  }

  async add(file: File): Promise<void> {
    this.problem.value = null;
    this.preparing.value = true;
    try {
      const taken = await photoPosition(file);
      const blob = await prepared(file);
      const photo = { id: newId(), blob, uploaded: false };
      this.owner.change([...this.draft.value.photos, photo]);
      if (taken) this.owner.propose(taken);
      this.owner.keep();
      void this.send(photo.id);
    } catch (problem) {
      if (!(problem instanceof UnreadablePicture)) throw problem;
      this.problem.value = t(problem.heic ? 'report.photo.heic' : 'report.photo.unreadable');
    } finally {
      this.preparing.value = false;
    }
  }
  remove(id: string): void {
    this.owner.change(this.draft.value.photos.filter((photo) => photo.id !== id));
  }
  retry(id: string): void {
    void this.send(id);
  }

  /** Photos still on their way are waited for; one that cannot arrive stops the sending with its reason. */
  async arrived(): Promise<void> {
    for (const { id, uploaded } of this.draft.value.photos) if (!uploaded) await this.send(id, []);
    const missing = this.draft.value.photos.find(({ uploaded }) => !uploaded);
    if (!missing) return;
    const detail = this.status.value[missing.id]?.problem ?? t('report.photo.waiting');
    const offline = !navigator.onLine;
    throw new Problem({ slug: offline ? 'offline' : 'photo', status: 0, title: 'photo', detail });
  }

  private async send(id: string, waits: readonly number[] = RETRY_MS): Promise<void> {
    for (const wait of [0, ...waits]) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      const photo = this.draft.value.photos.find((other) => other.id === id);
      if (!photo || photo.uploaded || this.owner.closed()) return;
      try {
        this.tell(id, { progress: 0, problem: null });
        const { base, locale } = this.app;
        const onProgress = (progress: number): void => this.tell(id, { progress, problem: null });
        this.took(id, await uploadPhoto({ base, id, blob: photo.blob, language: locale, onProgress }));
        return;
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        const final = problem.status >= 400 && problem.status < 500;
        this.tell(id, { progress: 0, problem: final ? problem.detail : t('report.photo.waiting') });
        if (final) return;
      }
    }
  }
  private took(id: string, { proposedPosition }: UploadedPhoto): void {
    this.tell(id, { progress: 1, problem: null });
    this.owner.change(
      this.draft.value.photos.map((photo) => (photo.id === id ? { ...photo, uploaded: true } : photo)),
    );
    if (proposedPosition && this.draft.value.step === 'photo') this.owner.propose(proposedPosition);
  }
  private tell(id: string, status: PhotoStatus): void {
    this.status.value = { ...this.status.value, [id]: status };
  }
}
