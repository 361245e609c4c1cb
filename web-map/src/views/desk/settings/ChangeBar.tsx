import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { Effect } from '../../../core/settings-types';
import { dayAndClock } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { showToast } from '../../../ui/Toast';
import { problemWords, shortNumber } from '../words';

interface ChangeBarProps<T> {
  /** Of what would be sent: another one makes the preview old. */
  subject: string;
  ready: boolean;
  /** Tells what would follow, or does it. */
  run: (preview: boolean) => Promise<T>;
  words: (effect: T) => string[];
  onDone: () => Promise<void>;
  onCancel?: () => void;
}

/** First what would follow, then the confirmation: nothing is saved before the second button. */
export function ChangeBar<T>({ subject, ready, run, words, onDone, onCancel }: ChangeBarProps<T>) {
  const [seen, setSeen] = useState<{ of: string; effect: T } | null>(null);
  const [trouble, setTrouble] = useState<{ words: string; stale: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = useRef<HTMLDivElement>(null);
  const fresh = seen?.of === subject ? seen : null;
  useEffect(() => {
    if (fresh) confirm.current?.querySelector<HTMLElement>('.btn--primary')?.focus();
  }, [fresh]);
  const act = async (preview: boolean): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      const effect = await run(preview);
      if (preview) setSeen({ of: subject, effect });
      else {
        setSeen(null);
        showToast(t('settings.saved'));
        await onDone();
      }
    } catch (cause) {
      setSeen(null);
      setTrouble({ words: problemWords(cause), stale: cause instanceof Problem && cause.status === 412 });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="changebar" ref={confirm}>
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
      <div role="status" class="changebar__effect">
        {fresh && words(fresh.effect).map((line) => <p key={line}>{line}</p>)}
      </div>
      <div class="changebar__acts">
        {onCancel && <Button onClick={onCancel}>{t('settings.cancel')}</Button>}
        {fresh ? (
          <Button look="primary" disabled={busy || !ready} onClick={() => void act(false)}>
            {t('settings.confirm')}
          </Button>
        ) : (
          <Button look="primary" disabled={busy || !ready} onClick={() => void act(true)}>
            {t('settings.preview')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What a change moves, in sentences. */
export function effectWords({ deadlines, requests, late, noLongerLate, farthest }: Effect): string[] {
  if (deadlines === 0) return [t('settings.effect.none')];
  return [
    t('settings.effect.moves', { n: deadlines, requests: t('settings.effect.requests', { n: requests }) }),
    late > 0 ? t('settings.effect.late', { n: late }) : t('settings.effect.noneLate'),
    ...(noLongerLate > 0 ? [t('settings.effect.noLonger', { n: noLongerLate })] : []),
    ...farthest.slice(0, 1).map(({ number, commitment, before, after }) =>
      t('settings.effect.farthest', {
        number: shortNumber(number),
        commitment: t(`commitment.${commitment}`),
        before: dayAndClock(before),
        after: dayAndClock(after),
      }),
    ),
  ];
}
