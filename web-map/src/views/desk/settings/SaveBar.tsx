import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { Button } from '../../../ui/Buttons';
import { showToast } from '../../../ui/Toast';
import { problemWords } from '../words';

interface SaveBarProps {
  ready: boolean;
  save: () => Promise<unknown>;
  onDone: () => Promise<void>;
  onCancel?: () => void;
}

/** Saves what moves nothing that runs. What somebody else changed meanwhile is said, and nothing is lost. */
export function SaveBar({ ready, save, onDone, onCancel }: SaveBarProps) {
  const [trouble, setTrouble] = useState<{ words: string; stale: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      await save();
      showToast(t('settings.saved'));
      await onDone();
    } catch (cause) {
      setTrouble({ words: problemWords(cause), stale: cause instanceof Problem && cause.status === 412 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="changebar">
      {trouble && (
        <p class="trouble" role="alert">
          {trouble.words}{' '}
          {trouble.stale && (
            <Button size="small" icon="sync" onClick={() => void onDone().then(() => setTrouble(null))}>
              {t('settings.reload')}
            </Button>
          )}
        </p>
      )}
      <div class="changebar__acts">
        {onCancel && <Button onClick={onCancel}>{t('settings.cancel')}</Button>}
        <Button look="primary" disabled={busy || !ready} onClick={() => void act()}>
          {t('settings.save')}
        </Button>
      </div>
    </div>
  );
}
