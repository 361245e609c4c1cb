import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { useField } from '../field';
import { online } from '../network';
import { route } from '../route';

/** Says that there is no network and how much waits; in full words where the items are listed. */
export function NetBanner() {
  const { outbox, retries, shift } = useField();
  const unsent = outbox.items.value.filter(({ state }) => state !== 'received').length;
  if (retries.signedOut.value && online.value)
    return (
      <div class="net" role="status">
        <Icon name="lock" size={26} />
        <b>{t('field.net.signedOut')}</b>
        <p>{t('field.net.signedOutHint')}</p>
        <Button onClick={() => shift.signInAgain()}>{t('field.net.signInAgain')}</Button>
      </div>
    );
  if (online.value) return null;
  return (
    <div class="net" role="status">
      <Icon name="offline" size={26} />
      <b>{unsent === 0 ? t('field.net.offline') : t('field.net.offlineUnsent', { n: unsent })}</b>
      {route.value.screen === 'sent' && <p>{t('field.net.offlineHint')}</p>}
    </div>
  );
}
