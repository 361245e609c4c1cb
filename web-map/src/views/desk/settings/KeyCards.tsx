import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Setting } from '../../../core/settings-types';
import { dayAndClock } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { LastChange } from './Parts';
import { SaveBar } from './SaveBar';

/** Somebody who has a key. */
export interface KeyHolder {
  id: string;
  name: string;
  issuedAt: string;
  revokedAt?: string;
  /** In the answer to what made it, and never again. */
  key?: string;
  setting: Setting;
}

/** What the form of a holder works with. */
export interface KeyFormProps<T extends KeyHolder> {
  /** Absent for a new one. */
  item?: T;
  /** Told what was saved, with its key where it has a new one. */
  onSaved: (saved: T) => void;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

interface KeyCardsProps<T extends KeyHolder> {
  items: readonly T[];
  words: { none: string; add: string; revoke: string };
  /** What there is to say of a holder besides when its key was issued. */
  facts: (item: T) => readonly string[];
  /** To which a key is sent, and how. */
  address: string;
  how?: string;
  issue: (item: T, reason: string) => Promise<T>;
  revoke: (item: T, reason: string) => Promise<void>;
  onDone: () => Promise<void>;
  form: (props: KeyFormProps<T>) => ComponentChildren;
}

/** Who has a key, each to be changed, given another key, or ended; a key is shown once, when it is made. */
export function KeyCards<T extends KeyHolder>(props: KeyCardsProps<T>) {
  const { items, words, form, onDone } = props;
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<T | null>(null);
  const onSaved = (saved: T): void => {
    if (saved.key !== undefined) setShown(saved);
  };
  const done = async (): Promise<void> => {
    await onDone();
    setAdding(false);
  };
  return (
    <>
      {shown && <KeyShown holder={shown} address={props.address} how={props.how} />}
      {items.length === 0 && <p class="settings__hint">{words.none}</p>}
      {items.map((item) => (
        <KeyCard key={`${item.id} ${item.setting.revision}`} {...props} item={item} onSaved={onSaved} />
      ))}
      {adding ? (
        <div class="settings__card">
          <h2>{words.add}</h2>
          {form({ onSaved, onDone: done, onCancel: () => setAdding(false) })}
        </div>
      ) : (
        <Button icon="plus" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </>
  );
}

interface ShownProps {
  holder: KeyHolder;
  address: string;
  how: string | undefined;
}

function KeyShown({ holder, address, how }: ShownProps) {
  return (
    <div class="settings__card" role="status">
      <h2>{t('settings.system.keyOf', { name: holder.name })}</h2>
      <p>
        <code class="settings__key">{holder.key}</code>
      </p>
      <p>
        {t('settings.system.addressIs')} <code class="settings__key">{address}</code>
      </p>
      {how !== undefined && <p class="settings__hint">{how}</p>}
      <p class="settings__hint">{t('settings.system.key.hint')}</p>
    </div>
  );
}

type CardProps<T extends KeyHolder> = KeyCardsProps<T> & { item: T; onSaved: (saved: T) => void };

function KeyCard<T extends KeyHolder>(props: CardProps<T>) {
  const { item, facts, form, onSaved, onDone } = props;
  const [act, setAct] = useState<'edit' | 'issue' | 'revoke' | null>(null);
  const close = (): void => setAct(null);
  const revoked = item.revokedAt !== undefined;
  return (
    <div class="settings__card">
      <h2>
        <bdi>{item.name}</bdi>
        {revoked && <span class="tag">{t('settings.system.revoked')}</span>}
      </h2>
      <p class="settings__hint">
        {[...facts(item), t('settings.system.issued', { when: dayAndClock(item.issuedAt) })].join(' · ')}
      </p>
      <LastChange setting={item.setting} />
      {act === 'edit' && form({ item, onSaved, onDone, onCancel: close })}
      {(act === 'issue' || act === 'revoke') && <KeyEnd {...props} act={act} onCancel={close} />}
      {act === null && (
        <div class="settings__row">
          <Button onClick={() => setAct('edit')}>{t('settings.system.edit')}</Button>
          <Button onClick={() => setAct('issue')}>{t('settings.system.issue')}</Button>
          {!revoked && <Button onClick={() => setAct('revoke')}>{t('settings.system.revoke')}</Button>}
        </div>
      )}
    </div>
  );
}

type EndProps<T extends KeyHolder> = CardProps<T> & { act: 'issue' | 'revoke'; onCancel: () => void };

/** Ends the key that somebody has, with another in its place or without. */
function KeyEnd<T extends KeyHolder>({ item, act, words, onSaved, onDone, onCancel, ...acts }: EndProps<T>) {
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    if (act === 'issue') onSaved(await acts.issue(item, reason.trim()));
    else await acts.revoke(item, reason.trim());
  };
  return (
    <div class="settings__form">
      <p>{act === 'issue' ? t('settings.system.issue.what') : words.revoke}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar ready save={save} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
