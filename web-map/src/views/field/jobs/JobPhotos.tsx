import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import { useField } from '../field';
import { CameraButton } from '../shell/CameraButton';
import { BlobPicture } from '../shell/BlobPicture';
import { mayWork } from './JobActions';
import { isOver } from './progress';
import { photosOf, takePhoto, unnamedPhotos } from './reporting';

/** What it looked like before, and what it looks like after. */
export function JobPhotos({ job }: { job: Job }) {
  const field = useField();
  const { photos } = job.request;
  const before = photos.filter(({ purpose }) => purpose !== 'AFTER');
  const after = photos.filter(({ purpose }) => purpose === 'AFTER');
  const over = isOver(job.step);
  return (
    <section class="ba" aria-label={t('field.photos')}>
      {before.map((photo) => (
        <Seen key={photo.id} src={photo.thumbnailUrl} full={photo.url} word={t('field.photo.before')} />
      ))}
      <Mine job={job} purpose="BEFORE" />
      {!over && before.length === 0 && job.step !== 'ON_SITE' && <Take job={job} purpose="BEFORE" />}
      {after.map((photo) => (
        <Seen key={photo.id} src={photo.thumbnailUrl} full={photo.url} word={t('field.photo.after')} />
      ))}
      <Mine job={job} purpose="AFTER" />
      {field.darkroom.of(job.id).map(({ purpose }, index) => (
        <figure key={index} class="ba__tile" role="status">
          <figcaption class="ba__word">
            {t(purpose === 'BEFORE' ? 'field.photo.before' : 'field.photo.after')} ·{' '}
            {t('field.photo.developing')}
          </figcaption>
        </figure>
      ))}
      {!over && <Take job={job} purpose="AFTER" />}
    </section>
  );
}

function Seen({ src, full, word }: { src: string; full: string; word: string }) {
  const [missing, setMissing] = useState(false);
  return (
    <a class="ba__tile" href={full} target="_blank" rel="noopener" aria-label={word}>
      {missing ? (
        <Icon name="image" size={30} />
      ) : (
        <img src={src} alt="" decoding="async" onError={() => setMissing(true)} />
      )}
      <span class="ba__word" aria-hidden="true">
        {word}
      </span>
    </a>
  );
}

/** Photos taken on this phone that the server has not shown back yet. */
function Mine({ job, purpose }: { job: Job; purpose: 'BEFORE' | 'AFTER' }) {
  const { outbox } = useField();
  const items = outbox.items.value;
  const known = new Set(job.request.photos.map(({ id }) => id));
  const loose = new Set(unnamedPhotos(items, job.id).map(({ id }) => id));
  const word = t(purpose === 'BEFORE' ? 'field.photo.before' : 'field.photo.after');
  return (
    <>
      {photosOf(items, job.id)
        .filter((item) => item.purpose === purpose && !known.has(item.id))
        .map((item) => (
          <figure key={item.id} class="ba__tile">
            <BlobPicture blob={item.thumbnail} alt={word} />
            <figcaption class="ba__word">
              {word} · {t(`field.item.${item.state}`)}
            </figcaption>
            {loose.has(item.id) && !isOver(job.step) && (
              <button
                type="button"
                class="ba__remove"
                aria-label={t('field.photo.remove')}
                onClick={() => void outbox.drop(item.id)}
              >
                ×
              </button>
            )}
          </figure>
        ))}
    </>
  );
}

function Take({ job, purpose }: { job: Job; purpose: 'BEFORE' | 'AFTER' }) {
  const field = useField();
  if (!mayWork(field.shift.account.value?.role)) return null;
  const word = t(purpose === 'BEFORE' ? 'field.photo.before' : 'field.photo.after');
  const take = (file: File): void => {
    takePhoto(field, job, { file, purpose }).catch(() => showToast(t('field.photo.failed')));
  };
  return <CameraButton class="ba__add" label={t('field.photo.take', { word })} word={word} onFile={take} />;
}
