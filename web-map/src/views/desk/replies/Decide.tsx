import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Letter } from '../../../core/reply-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';

/** Approve, sign or give back, by whoever's turn it is. */
export function Decide({ desk, letter }: { desk: Desk; letter: Letter }) {
  const [remarks, setRemarks] = useState<string | null>(null);
  const [missing, setMissing] = useState<string>();
  const busy = desk.replies.busy.value;
  const signs = letter.steps.some(({ due, act }) => due && act === 'SIGN');
  if (remarks === null) {
    return (
      <div class="letter__decide">
        <Button onClick={() => setRemarks('')}>{t('letter.giveBack')}</Button>
        <Button look="primary" disabled={busy} onClick={() => void desk.replies.act(letter, 'approvals')}>
          {t(signs ? 'letter.sign' : 'letter.approve')}
        </Button>
      </div>
    );
  }
  const giveBack = async (): Promise<void> => {
    if (remarks.trim() === '') setMissing(t('letter.remarksMissing'));
    else if (await desk.replies.act(letter, 'returns', { remarks: remarks.trim() })) setRemarks(null);
  };
  return (
    <form
      class="letter__decide letter__decide--back"
      onSubmit={(event) => {
        event.preventDefault();
        void giveBack();
      }}
    >
      <TextField
        label={t('letter.remarks')}
        multiline
        rows={3}
        autofocus
        value={remarks}
        onInput={(text) => (setRemarks(text), setMissing(undefined))}
        error={missing}
      />
      <Button look="quiet" onClick={() => setRemarks(null)}>
        {t('act.cancel')}
      </Button>
      <Button type="submit" look="primary" disabled={busy}>
        {t('letter.giveBack')}
      </Button>
    </form>
  );
}

/** A signed letter on paper: when it was put into the post. */
export function Posting({ desk, letter }: { desk: Desk; letter: Letter }) {
  const today = new Date().toLocaleDateString('sv');
  const [day, setDay] = useState(today);
  return (
    <form
      class="letter__posting"
      onSubmit={(event) => {
        event.preventDefault();
        void desk.replies.act(letter, 'posting', { postedOn: day });
      }}
    >
      <label class="field__label" for="posted-on">
        {t('letter.postedOn')}
      </label>
      <input
        id="posted-on"
        class="field__input"
        type="date"
        max={today}
        required
        value={day}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" look="primary" disabled={desk.replies.busy.value}>
        {t('letter.confirmPosting')}
      </Button>
    </form>
  );
}
