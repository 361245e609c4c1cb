import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Letter, LetterText, SendBy } from '../../../core/reply-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';

interface LetterFormProps {
  desk: Desk;
  letter: Letter;
  onDone: () => void;
}

/** The letter's words and where it goes. What is not saved yet is saved with the submission. */
export function LetterForm({ desk, letter, onDone }: LetterFormProps) {
  const [text, setText] = useState<LetterText>(() => textOf(letter));
  const [leaving, setLeaving] = useState(false);
  const set = (change: Partial<LetterText>): void => setText({ ...text, ...change });
  const saved = textOf(letter);
  const dirty = (Object.keys(text) as (keyof LetterText)[]).some((key) => text[key] !== saved[key]);
  const save = async (): Promise<boolean> => {
    if (dirty && !(await desk.replies.save(letter, text))) return false;
    onDone();
    return true;
  };
  const submit = async (): Promise<void> => {
    if (!(await save())) return;
    const current = desk.replies.body.value?.current;
    if (current?.state === 'DRAFT') await desk.replies.act(current, 'submission');
  };
  return (
    <form
      class="letter__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {letter.decisions.some(({ voidedAt, verdict }) => !voidedAt && verdict !== 'RETURNED') && (
        <p class="letter__warn">{t('letter.willVoid')}</p>
      )}
      <TextField label={t('letter.subject')} value={text.subject} onInput={(subject) => set({ subject })} />
      <TextField
        label={t('letter.body')}
        multiline
        rows={12}
        value={text.body}
        onInput={(body) => set({ body })}
      />
      <Where letter={letter} text={text} set={set} />
      <footer>
        {leaving ? (
          <Button onClick={() => void desk.replies.abandon(letter)}>{t('letter.abandonSure')}</Button>
        ) : (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {t('letter.abandon')}
          </Button>
        )}
        <Button disabled={!dirty || desk.replies.busy.value} onClick={() => void save()}>
          {t('letter.save')}
        </Button>
        <Button type="submit" look="primary" disabled={desk.replies.busy.value}>
          {t('letter.submit')}
        </Button>
      </footer>
    </form>
  );
}

interface WhereProps {
  letter: Letter;
  text: LetterText;
  set: (change: Partial<LetterText>) => void;
}

function Where({ letter, text, set }: WhereProps) {
  const { email } = letter.recipient;
  return (
    <>
      <SelectField
        label={t('letter.sendBy')}
        value={text.sendBy}
        options={[
          ...(email ? [['EMAIL', t('letter.byMail', { email })] as const] : []),
          ['POST', t('letter.byPost')],
        ]}
        onChange={(sendBy) => set({ sendBy: sendBy as SendBy })}
      />
      <TextField
        label={t('letter.recipient')}
        value={text.recipientName}
        onInput={(recipientName) => set({ recipientName })}
      />
      {text.sendBy === 'POST' && (
        <TextField
          label={t('letter.address')}
          multiline
          rows={3}
          value={text.recipientAddress}
          onInput={(recipientAddress) => set({ recipientAddress })}
        />
      )}
    </>
  );
}

function textOf({ subject, body, locale, recipient }: Letter): LetterText {
  return {
    subject,
    body,
    locale,
    sendBy: recipient.sendBy,
    recipientName: recipient.name,
    recipientAddress: recipient.address,
  };
}
