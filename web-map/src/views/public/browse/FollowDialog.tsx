import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Point } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { useApp } from '../app';
import { Modal } from '../Modal';
import { WatchForm } from '../watch/WatchForm';
import { asTracking } from './place-search';

interface FollowProps {
  /** The middle of what the reader looks at. */
  center: Point | undefined;
  onClose: () => void;
  onNumber: (number: string) => void;
}

/** Finds a request again by what its reporter was given, a number or a link; or watches the neighbourhood. */
export function FollowDialog({ center, onClose, onNumber }: FollowProps) {
  const { base, jurisdiction } = useApp();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: Event): void => {
    event.preventDefault();
    const found = asTracking(text);
    if (!found) setError(t('follow.invalid'));
    else if ('token' in found) location.assign(`${base}/track/${encodeURIComponent(found.token)}`);
    else onNumber(found.number);
  };
  return (
    <Modal label={t('follow.title')} onClose={onClose}>
      <form class="modal__form" onSubmit={submit} noValidate>
        <h2>{t('follow.title')}</h2>
        <TextField
          label={t('follow.label')}
          value={text}
          onInput={(value) => (setText(value), setError(undefined))}
          hint={t('follow.hint')}
          error={error}
          autofocus
          autocomplete="off"
        />
        <Button look="primary" type="submit">
          {t('follow.open')}
        </Button>
      </form>
      {center && jurisdiction.modules.includes('WATCHED_AREAS') && (
        <>
          <hr class="modal__rule" />
          <WatchForm center={center} onDone={onClose} />
        </>
      )}
    </Modal>
  );
}
