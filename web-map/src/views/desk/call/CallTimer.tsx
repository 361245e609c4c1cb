import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';

/** How long the caller has been on the line. */
export function CallTimer({ since }: { since: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = (): void => setSeconds(Math.max(0, Math.floor((Date.now() - since) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [since]);
  // a draft that was left lying is no call any more
  if (seconds > 3600) return null;
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span class="call__timer num" role="timer">
      {t('call.online', { time })}
    </span>
  );
}
