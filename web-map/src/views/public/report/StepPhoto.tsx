import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button, IconButton } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { IconName } from '../../../ui/icons';
import { MOST_PHOTOS } from './photos';
import type { Report } from './report';
import type { DraftPhoto } from './draft';

/** A picture first: it often says what and where by itself. */
export function StepPhoto({ report }: { report: Report }) {
  const { photos } = report.draft.value;
  const last = photos.at(-1);
  const add = (files: FileList | null): void => {
    for (const file of [...(files ?? [])].slice(0, MOST_PHOTOS - photos.length)) void report.photos.add(file);
  };
  return (
    <div
      class="photo-step"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add(event.dataTransfer?.files ?? null);
      }}
    >
      <div class="photo-step__stage">
        {last ? (
          <Picture photo={last} className="photo-step__picture" />
        ) : (
          <Viewfinder busy={report.photos.preparing.value} />
        )}
      </div>
      <div class="photo-step__foot">
        {photos.length > 0 && <Strip report={report} />}
        {report.photos.problem.value ? (
          <p class="photo-step__note" role="alert">
            <Icon name="info" />
            {report.photos.problem.value}
          </p>
        ) : (
          photos.length === 0 && (
            <p class="photo-step__note">
              <Icon name="info" />
              {t('report.photo.note')}
            </p>
          )
        )}
        {photos.length > 0 ? (
          <div class="photo-step__next">
            {photos.length < MOST_PHOTOS && (
              <Pick icon="camera" label={t('report.photo.another')} capture onFiles={add} />
            )}
            <Button look="primary" size="big" block onClick={() => report.goTo('where')}>
              {t('report.next')}
            </Button>
          </div>
        ) : (
          <div class="photo-step__ways">
            <Pick icon="image" label={t('report.photo.gallery')} onFiles={add} />
            <Shutter onFiles={add} />
            <button type="button" class="way" onClick={() => report.goTo('where')}>
              <Icon name="arrow" size={24} />
              {t('report.photo.without')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

interface PickProps {
  icon: IconName;
  label: string;
  capture?: boolean;
  onFiles: (files: FileList | null) => void;
}

/** The browser's own chooser behind our button; the draft is saved before the camera opens. */
function Pick({ icon, label, capture, onFiles }: PickProps) {
  return (
    <label class="way">
      <FileInput capture={capture ?? false} onFiles={onFiles} />
      <Icon name={icon} size={24} />
      {label}
    </label>
  );
}

function Shutter({ onFiles }: { onFiles: (files: FileList | null) => void }) {
  return (
    <label class="shutter">
      <FileInput capture onFiles={onFiles} />
      <span class="vh">{t('report.photo.take')}</span>
      <span class="shutter__button" />
    </label>
  );
}

function FileInput({ capture, onFiles }: { capture: boolean; onFiles: (files: FileList | null) => void }) {
  return (
    <input
      class="vh"
      type="file"
      accept="image/*,.heic,.heif"
      {...(capture ? { capture: 'environment' as const } : { multiple: true })}
      onChange={({ currentTarget }) => {
        onFiles(currentTarget.files);
        currentTarget.value = '';
      }}
    />
  );
}

function Viewfinder({ busy }: { busy: boolean }) {
  return (
    <div class="viewfinder" aria-busy={busy}>
      <span class="viewfinder__frame" />
      <Icon name="camera" size={44} />
      <p>{t(busy ? 'report.photo.preparing' : 'report.photo.invite')}</p>
    </div>
  );
}

/** The photos so far, each with how far it has gone. */
function Strip({ report }: { report: Report }) {
  return (
    <ul class="strip" aria-label={t('track.photos')}>
      {report.draft.value.photos.map((photo, index) => {
        const status = report.photos.status.value[photo.id];
        const share = photo.uploaded ? 1 : (status?.progress ?? 0);
        return (
          <li key={photo.id} class="strip__item">
            <Picture photo={photo} className="strip__picture" />
            <progress
              class="strip__progress"
              max={1}
              value={share}
              hidden={photo.uploaded}
              aria-label={t('report.photo.sending')}
            />
            <IconButton
              icon="close"
              class="strip__remove"
              label={t('report.photo.remove', { n: index + 1 })}
              onClick={() => report.photos.remove(photo.id)}
            />
            {status?.problem && (
              <p class="strip__problem" role="status">
                {status.problem}
                <button type="button" class="link" onClick={() => report.photos.retry(photo.id)}>
                  {t('public.retry')}
                </button>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A picture that is still on the device. */
export function Picture({ photo, className }: { photo: DraftPhoto; className: string }) {
  const [url, setUrl] = useState<string>();
  const { blob } = photo;
  const current = useRef<string>();
  useEffect(() => {
    current.current = URL.createObjectURL(blob);
    setUrl(current.current);
    return () => URL.revokeObjectURL(current.current ?? '');
  }, [blob]);
  return url ? <img class={className} src={url} alt={t('report.photo.yours')} /> : <span class={className} />;
}
