import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { EmptyState } from '../../../ui/Parts';
import { useField } from '../field';
import { timeOf } from '../words';
import { rescueFile, saveFile } from '../outbox/rescue';
import { TopBar } from '../shell/TopBar';
import { SentItem } from './SentItem';

/** Everything this phone has to say to the server, and what the server has acknowledged. */
export function SentPage() {
  const { outbox, retries } = useField();
  const items = outbox.items.value;
  const unsent = items.filter(({ state }) => state !== 'received');
  const received = items
    .filter(({ state }) => state === 'received')
    .sort((a, b) => (b.receipt?.at ?? '').localeCompare(a.receipt?.at ?? ''));
  return (
    <>
      <TopBar title={t('field.sent')} sub={<Attempts />}>
        <Button
          class="field-btn"
          icon="sync"
          aria-busy={outbox.sending.value !== null}
          onClick={() => void retries.now()}
        >
          {t('field.retry')}
        </Button>
      </TopBar>
      <div class="scroll">
        {items.length === 0 && (
          <EmptyState icon="check" title={t('field.allSent')}>
            <p>{t('field.sent.empty')}</p>
          </EmptyState>
        )}
        {unsent.length > 0 && <h2 class="sub">{t('field.sent.waiting')}</h2>}
        <ul class="outbox">
          {unsent.map((item) => (
            <SentItem key={item.id} item={item} />
          ))}
        </ul>
        {received.length > 0 && <h2 class="sub">{t('field.sent.received')}</h2>}
        <ul class="outbox">
          {received.map((item) => (
            <SentItem key={item.id} item={item} />
          ))}
        </ul>
      </div>
      {unsent.length > 0 && (
        <div class="save-all">
          <Button class="field-btn" icon="share" block onClick={() => void saveAll(outbox)}>
            {t('field.sent.save')}
          </Button>
        </div>
      )}
    </>
  );
}

async function saveAll(outbox: ReturnType<typeof useField>['outbox']): Promise<void> {
  const file = await rescueFile(outbox.unsent(), (id) => outbox.image(id));
  saveFile(file, `vigie-envois-${new Date().toISOString().slice(0, 10)}.json`);
}

/** "Dernier essai à 11 h 12, prochain dans 42 s"; moves each second only while something waits. */
function Attempts() {
  const { outbox, retries } = useField();
  const [, tick] = useState(0);
  const next = retries.nextTry.value;
  useEffect(() => {
    if (next === null) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [next]);
  const last = outbox.lastTry.value;
  if (outbox.sending.value !== null) return <>{t('field.sent.now')}</>;
  if (last === null) return <>{t('field.sent.noTry')}</>;
  const at = t('field.sent.last', { clock: timeOf(last) });
  if (next === null) return <>{at}</>;
  const seconds = Math.max(0, Math.ceil((next - Date.now()) / 1000));
  return <>{`${at}, ${t('field.sent.next', { n: seconds })}`}</>;
}
