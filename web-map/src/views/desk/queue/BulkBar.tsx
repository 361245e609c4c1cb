import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { showToast } from '../../../ui/Toast';
import { assignAll } from '../assign-all';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';

/** Gives all ticked requests to one team. What has changed meanwhile stays ticked. */
export function BulkBar({ desk }: { desk: Desk }) {
  const [team, setTeam] = useState(desk.teams.value[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const checked = desk.checked.value;
  const assign = async (): Promise<void> => {
    setBusy(true);
    const cards = [...checked]
      .map((id) => desk.board.cards.value.get(id))
      .filter((card) => card !== undefined);
    const { done, left } = await assignAll(desk.needs.deskApi, cards, team, reason.trim());
    for (const detail of done) desk.board.put(detail);
    desk.checked.value = new Set(left);
    setBusy(false);
    const code = desk.teams.value.find(({ id }) => id === team)?.code ?? '';
    if (done.length > 0) showToast(t('queue.bulkDone', { n: done.length, team: code }));
    if (left.length > 0) showToast(t('queue.bulkFailed', { n: left.length }));
    await desk.selection.refresh();
  };
  return (
    <form
      class="bulk"
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <p>
        <b>{t('queue.checked', { n: checked.size })}</b>
        <Button size="small" look="quiet" onClick={() => (desk.checked.value = new Set())}>
          {t('queue.uncheck')}
        </Button>
      </p>
      <SelectField
        label={t('queue.bulkTeam')}
        value={team}
        options={desk.teams.value.map(({ id, code, name }) => [id, `${code}, ${name}`] as const)}
        onChange={setTeam}
      />
      <TextField label={t('queue.bulkReason')} value={reason} onInput={setReason} required />
      <Button type="submit" disabled={busy || reason.trim() === ''} aria-busy={busy}>
        {t('queue.bulkAssign')}
      </Button>
    </form>
  );
}
