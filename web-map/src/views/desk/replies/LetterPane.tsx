import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { dayAndClock } from '../../../core/time';
import type { Letter, Replies as Body } from '../../../core/reply-types';
import type { DeskDetail } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { Skeleton } from '../../../ui/Parts';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { Chain, Trace } from './Chain';
import { Decide, Posting } from './Decide';
import { LetterForm } from './LetterForm';
import './replies.css';

/** The formal reply to the open request: written, approved step by step, signed, sent. */
export function LetterPane({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const { body, problem } = desk.replies;
  useEffect(() => void desk.replies.load(detail.id), [detail.id, detail.revision]);
  const shown = body.value;
  return (
    <div class="letter">
      {problem.value && (
        <p class="trouble" role="alert">
          {problem.value}
        </p>
      )}
      {shown ? <Shown desk={desk} body={shown} /> : <Skeleton height="160px" />}
    </div>
  );
}

function Shown({ desk, body }: { desk: Desk; body: Body }) {
  const { current } = body;
  return (
    <>
      {body.required && !body.answered && (
        <p class="letter__owed">
          <Icon name="mail" size={16} />
          {t('letter.required')}
        </p>
      )}
      {current ? (
        <Current key={current.id} desk={desk} letter={current} />
      ) : (
        desk.rights.act && <Begin desk={desk} body={body} />
      )}
      {body.sent.map((letter) => (
        <Sent key={letter.id} letter={letter} />
      ))}
      {!current && !desk.rights.act && body.sent.length === 0 && (
        <p class="thread__none">{t('letter.none')}</p>
      )}
    </>
  );
}

function Begin({ desk, body }: { desk: Desk; body: Body }) {
  const [template, setTemplate] = useState(body.templates[0]?.id ?? '');
  const options = body.templates.map(({ id, name, locale }) => [id, `${name} (${locale})`] as const);
  return (
    <form
      class="letter__begin"
      onSubmit={(event) => {
        event.preventDefault();
        void desk.replies.begin(template);
      }}
    >
      <SelectField
        label={t('letter.template')}
        value={template}
        options={[...options, ['', t('letter.blank')]]}
        onChange={setTemplate}
      />
      <Button type="submit" look="primary" disabled={desk.replies.busy.value}>
        {t('letter.begin')}
      </Button>
      {body.chain.length > 0 && (
        <small class="muted">
          {t('letter.chain', { steps: body.chain.map(({ title }) => title).join(' → ') })}
        </small>
      )}
    </form>
  );
}

function Current({ desk, letter }: { desk: Desk; letter: Letter }) {
  const [editing, setEditing] = useState(false);
  const waits = letter.state === 'SUBMITTED' || letter.state === 'APPROVED';
  const writes = desk.rights.act && (letter.state === 'DRAFT' || (editing && waits));
  return (
    <article class="letter__current" aria-label={t('letter.label')}>
      <header>
        <b>{t(`letter.state.${letter.state}`)}</b>
        <a href={letter.pdf} target="_blank" rel="noreferrer">
          <Icon name="external" size={14} />
          {t(waits || letter.state === 'DRAFT' ? 'letter.preview' : 'letter.pdf')}
        </a>
      </header>
      <Chain letter={letter} />
      <Remarks letter={letter} />
      {writes ? (
        <LetterForm desk={desk} letter={letter} onDone={() => setEditing(false)} />
      ) : (
        <Text letter={letter} />
      )}
      {letter.mine && !writes && <Decide desk={desk} letter={letter} />}
      {letter.state === 'TO_POST' && desk.rights.act && <Posting desk={desk} letter={letter} />}
      {waits && desk.rights.act && !editing && (
        <Button look="quiet" size="small" onClick={() => setEditing(true)}>
          {t('letter.change')}
        </Button>
      )}
      <Trace letter={letter} />
    </article>
  );
}

/** What has to be changed is said where it is changed. */
function Remarks({ letter }: { letter: Letter }) {
  const last = letter.decisions.at(-1);
  if (letter.state !== 'DRAFT' || last?.verdict !== 'RETURNED') return null;
  return (
    <p class="letter__remarks">
      <b>{t('letter.returnedBy', { name: last.by, title: last.title })}</b>
      <bdi>{last.remarks}</bdi>
    </p>
  );
}

function Text({ letter }: { letter: Letter }) {
  return (
    <div class="letter__text" lang={letter.locale}>
      <h3>
        <bdi>{letter.subject}</bdi>
      </h3>
      <p>
        <bdi>{letter.body}</bdi>
      </p>
    </div>
  );
}

function Sent({ letter }: { letter: Letter }) {
  const { proof, recipient } = letter;
  const words = proof?.postedOn
    ? t('letter.posted', { day: proof.postedOn, name: proof.postedBy ?? '' })
    : t('letter.mailed', { at: proof ? dayAndClock(proof.sentAt) : '', to: recipient.email ?? '' });
  return (
    <article class="letter__sent">
      <header>
        <b>
          <Icon name="check" size={16} />
          {words}
        </b>
        <a href={letter.pdf} target="_blank" rel="noreferrer">
          <Icon name="download" size={14} />
          {t('letter.pdf')}
        </a>
      </header>
      <Text letter={letter} />
      {proof?.notificationId && (
        <small class="muted">{t('letter.proof', { id: proof.notificationId })}</small>
      )}
      <Trace letter={letter} />
    </article>
  );
}
