import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { nearDay } from '../../../core/time';
import type { DeskDetail, HistoryEntry } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { note, reply } from '../acts';
import type { Desk, Tab } from '../desk';
import { isOpen } from '../filter';
import { LetterPane } from '../replies/LetterPane';
import { FIELDS } from '../run-command';
import { citizenThread, internalThread } from '../thread';
import { Bubble } from './Bubble';
import { InternalThread } from './InternalThread';

const TABS: readonly Tab[] = ['citizen', 'internal', 'letter', 'history'];

/** What is said to the requester, what stays inside, and all that happened: three faces that cannot be mistaken. */
export function Threads({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const tabs = TABS.filter((one) => one !== 'letter' || desk.rights.letters);
  const tab = desk.tab.value;
  const counts: Partial<Record<Tab, number>> = {
    citizen: detail.messages.filter(({ from }) => from !== 'INTERNAL').length,
    internal: internalThread(detail).length,
    history: detail.history.length,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (!next) return;
    desk.tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section class="threads">
      <div class="tabs" role="tablist" onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls="thread"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => (desk.tab.value = one)}
          >
            {one === 'internal' && <Icon name="lock" size={14} />}
            {t(`tab.${one}`)} {counts[one] !== undefined && <span class="muted num">{counts[one]}</span>}
          </button>
        ))}
      </div>
      <div class="thread" id="thread" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'citizen' && <Citizen detail={detail} />}
        {tab === 'internal' && <InternalThread desk={desk} detail={detail} />}
        {tab === 'letter' && <LetterPane desk={desk} detail={detail} />}
        {tab === 'history' && <History entries={detail.history} />}
      </div>
      {desk.rights.act && (tab === 'citizen' || tab === 'internal') && (
        <Compose key={tab} desk={desk} detail={detail} />
      )}
    </section>
  );
}

function Citizen({ detail }: { detail: DeskDetail }) {
  const items = citizenThread(detail);
  if (items.length === 0) return <p class="thread__none">{t('thread.empty')}</p>;
  return (
    <>
      {items.map((item, index) =>
        item.kind === 'event' ? (
          <p key={index} class={`event${item.failed ? ' event--failed' : ''}`}>
            {item.words}
          </p>
        ) : (
          <Bubble key={index} message={item.message} look={item.message.from === 'SERVICE' ? 'us' : 'them'} />
        ),
      )}
    </>
  );
}

function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const latestFirst = [...entries].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <ol class="history">
      {latestFirst.map((entry, index) => (
        <li key={index}>
          <b>{entryName(entry)}</b>
          <time dateTime={entry.at}>{t('history.by', { actor: entry.actor, time: nearDay(entry.at) })}</time>
          {entry.publicText && <p>{entry.publicText}</p>}
          {entry.staffText && (
            <p class="history__staff">
              <Icon name="lock" size={12} />
              {entry.staffText}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A kind of entry that this page does not know yet is named by the state it led to. */
function entryName({ entry, toState }: HistoryEntry): string {
  const key = `history.${entry}`;
  const words = t(key);
  if (words !== key) return words;
  return toState ? t(`state.${toState}`) : t('history.UPDATED');
}

function Compose({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const [text, setText] = useState('');
  const [waits, setWaits] = useState(false);
  const inside = desk.tab.value === 'internal';
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '') return;
    if (await (inside ? note(desk, words) : reply(desk, words, waits))) {
      setText('');
      setWaits(false);
    }
  };
  const name = detail.contact?.name;
  const hint = inside ? t('note.hint') : name ? t('reply.hint', { name }) : t('reply.hintAny');
  const mail = detail.contact?.email !== undefined;
  return (
    <form
      class={`compose${inside ? ' compose--in' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        id={inside ? FIELDS.note : FIELDS.reply}
        class="field__input"
        rows={1}
        aria-label={t(inside ? 'note.label' : 'reply.label')}
        placeholder={hint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          void send();
        }}
      />
      <Button
        type="submit"
        look={text.trim() === '' ? 'plain' : 'primary'}
        disabled={text.trim() === '' || desk.selection.busy.value}
      >
        {t(inside ? 'note.send' : 'reply.send')}
      </Button>
      {!inside && isOpen(detail) && !detail.pause && (
        <label class="compose__waits">
          <input
            type="checkbox"
            checked={waits}
            onChange={(event) => setWaits(event.currentTarget.checked)}
          />
          {t('reply.waits')}
        </label>
      )}
      {!inside && <small class="muted">{t(mail ? 'reply.byMail' : 'contact.none')}</small>}
    </form>
  );
}
