import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { IconName } from '../../../ui/icons';
import { showToast } from '../../../ui/Toast';
import { useField } from '../field';
import type { Item } from '../outbox/item';
import { rescueFile, saveFile } from '../outbox/rescue';
import { BlobPicture } from '../shell/BlobPicture';
import { fileSize, timeOf } from '../words';

/** One item with its honest state, and when refused the reason and the ways out. */
export function SentItem({ item }: { item: Item }) {
  return (
    <li class={`outbox__item outbox__item--${item.state}`}>
      <span class="outbox__mark">
        <Mark item={item} />
      </span>
      <b>
        <bdi>{titleOf(item)}</bdi>
      </b>
      <p>{detailOf(item)}</p>
      <Standing item={item} />
      {item.state === 'refused' && <WaysOut item={item} />}
    </li>
  );
}

function Mark({ item }: { item: Item }) {
  if (item.kind === 'photo') return <BlobPicture blob={item.thumbnail} alt="" />;
  const icons: Record<string, IconName> = {
    ACCEPTED: 'list',
    EN_ROUTE: 'route',
    ON_SITE: 'pin',
    DONE: 'check',
    IMPOSSIBLE: 'block',
  };
  return <Icon name={item.kind === 'report' ? 'plusCircle' : (icons[item.step] ?? 'check')} size={26} />;
}

function titleOf(item: Item): string {
  const { title, place } = item.about;
  switch (item.kind) {
    case 'photo':
      return t(`field.item.photo.${item.purpose}`, { title: lowerFirst(title) });
    case 'step':
      return t('field.item.step', { step: t(`field.step.${item.step}`), place: place || title });
    case 'report':
      return t('field.item.report', { title: lowerFirst(title) });
  }
}

function detailOf(item: Item): string {
  if (item.receipt) {
    const { at, number } = item.receipt;
    return t('field.item.receipt', { clock: timeOf(at), number });
  }
  const at = timeOf(item.createdAt);
  if (item.kind === 'photo') return t('field.item.photoTaken', { size: fileSize(item.bytes), clock: at });
  if (item.kind === 'step') return item.note ? `${item.note}, ${at}` : at;
  return item.about.place ? `${item.about.place}, ${at}` : at;
}

function Standing({ item }: { item: Item }) {
  const { outbox, shift } = useField();
  const sending = outbox.sending.value === item.id;
  const other = item.state === 'waiting' && item.owner.id !== shift.account.value?.id;
  const icon = { waiting: 'clock', refused: 'block', received: 'check' } as const;
  const word = other ? t('field.item.other', { name: item.owner.name }) : t(`field.item.${item.state}`);
  return (
    <span class="outbox__state">
      <Icon name={sending ? 'sync' : icon[item.state]} size={22} />
      {sending ? t('field.item.sending') : word}
    </span>
  );
}

/** Nothing is thrown away without the reader's word, and never without the offer to keep it. */
function WaysOut({ item }: { item: Item }) {
  const { outbox, retries } = useField();
  const refusal = item.refusal;
  const keepAsFile = async (): Promise<void> => {
    saveFile(await rescueFile([item], (id) => outbox.image(id)), `vigie-envoi-${item.id}.json`);
  };
  const drop = async (): Promise<void> => {
    await outbox.drop(item.id);
    showToast(t('field.refused.dropped'));
    void retries.now();
  };
  const again = async (): Promise<void> => {
    await outbox.retry(item.id);
    void retries.now();
  };
  return (
    <div class="outbox__out">
      <p>
        <b>{t('field.refused')}</b> {refusal?.detail || reasonOf(refusal?.slug, refusal?.status)}
      </p>
      <div>
        <Button onClick={() => void again()}>{t('field.retry')}</Button>
        <Button onClick={() => void keepAsFile()}>{t('field.refused.keep')}</Button>
        <Button onClick={() => void drop()}>{t('field.refused.drop')}</Button>
      </div>
    </div>
  );
}

function reasonOf(slug = '', status = 0): string {
  if (slug === 'photo-lost') return t('field.refused.photoLost');
  if (status === 409) return t('field.refused.changed');
  if (status === 413) return t('field.refused.tooLarge');
  return t('field.refused.unknown', { status });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
