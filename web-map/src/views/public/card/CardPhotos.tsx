import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { PhotoRef } from '../../../core/types';
import { IconButton } from '../../../ui/Buttons';
import { Modal } from '../Modal';

interface PhotosProps {
  photos: readonly PhotoRef[];
  title: string;
}

/** The photos one by one, each to be enlarged. */
export function CardPhotos({ photos, title }: PhotosProps) {
  const [at, setAt] = useState(0);
  const [large, setLarge] = useState(false);
  const photo = photos[Math.min(at, photos.length - 1)];
  if (!photo) return null;
  const n = photos.indexOf(photo) + 1;
  const turn = (step: number): void => setAt((at + step + photos.length) % photos.length);
  const place = { n, total: photos.length };
  return (
    <div class="card__photo">
      <button
        type="button"
        class="card__enlarge"
        aria-label={t('card.photoOpen', place)}
        onClick={() => setLarge(true)}
      >
        <img
          src={photo.url}
          width={photo.width}
          height={photo.height}
          alt={t('card.photoAlt', { title })}
          decoding="async"
        />
      </button>
      <PhotoCaption photo={photo} place={place} />
      {photos.length > 1 && <PhotoTurn onTurn={turn} />}
      {large && (
        <Modal label={t('card.viewer')} className="viewer" onClose={() => setLarge(false)}>
          <div
            class="viewer__stage"
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') turn(1);
              if (key === 'ArrowLeft') turn(-1);
            }}
          >
            <img src={photo.url} alt={t('card.photoAlt', { title })} />
            <PhotoCaption photo={photo} place={place} />
            {photos.length > 1 && <PhotoTurn onTurn={turn} />}
          </div>
        </Modal>
      )}
    </div>
  );
}

function PhotoCaption({ photo, place }: { photo: PhotoRef; place: { n: number; total: number } }) {
  const words = [place.total > 1 && t('card.photo', place), t(`card.photo.${photo.purpose}`)];
  return <span class="card__caption">{words.filter(Boolean).join(' · ')}</span>;
}

function PhotoTurn({ onTurn }: { onTurn: (step: number) => void }) {
  return (
    <span class="card__turn">
      <IconButton icon="back" label={t('card.photoPrevious')} onClick={() => onTurn(-1)} />
      <IconButton icon="next" label={t('card.photoNext')} onClick={() => onTurn(1)} />
    </span>
  );
}
