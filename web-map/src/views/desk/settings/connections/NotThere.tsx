import { useState } from 'preact/hooks';
import type { Connection, Forwarding } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import { dayAndClock } from '../../../../core/time';
import { Button } from '../../../../ui/Buttons';
import { showToast } from '../../../../ui/Toast';
import { problemWords } from '../../words';
import type { ConnectionWork } from './ConnectionForm';

/** What waits and what was not taken, with why; all that was not taken may be sent again. */
export function NotThere({
  desk,
  connections,
  connection,
  onDone,
}: ConnectionWork & { connection: Connection }) {
  const [items, setItems] = useState<Forwarding[] | null>(null);
  const show = async (): Promise<void> => {
    try {
      setItems((await connections.notThere(connection)).items);
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  const again = async (): Promise<void> => {
    try {
      const { sentAgain } = await connections.replay(connection);
      showToast(t('settings.connection.sentAgain', { n: sentAgain }));
      setItems(null);
      await onDone();
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  return (
    <div>
      {connection.refused > 0 && (
        <p class="trouble" role="status">
          {t('settings.connection.refused', { n: connection.refused })}
        </p>
      )}
      <div class="settings__row">
        {items === null && (
          <Button size="small" onClick={() => void show()}>
            {t('settings.webhook.givenUp.show')}
          </Button>
        )}
        {connection.refused > 0 && (
          <Button size="small" icon="sync" onClick={() => void again()}>
            {t('settings.webhook.replayAll')}
          </Button>
        )}
      </div>
      {items?.map((item) => (
        <Line key={item.id} item={item} onOpen={() => desk.open(item.requestId)} />
      ))}
    </div>
  );
}

function Line({ item, onOpen }: { item: Forwarding; onOpen: () => void }) {
  return (
    <div class="settings__row">
      <span>
        <b class="num">{item.number}</b> · {dayAndClock(item.queuedAt)} ·{' '}
        {item.problem ? t(`forwarding.problem.${item.problem}`) : t(`forwarding.stage.${item.stage}`)}
        {item.lastError && (
          <>
            {' '}
            · <code>{item.lastError}</code>
          </>
        )}
      </span>
      <Button size="small" onClick={onOpen}>
        {t('settings.connection.open')}
      </Button>
    </div>
  );
}
