import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Delegations } from '../../../core/reply-types';
import { Button } from '../../../ui/Buttons';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { problemWords } from '../words';

/** Who decides in the reader's place while they are away. */
export function Delegation({ desk }: { desk: Desk }) {
  const [all, setAll] = useState<Delegations | null>(null);
  const [problem, setProblem] = useState('');
  const run = async (work: () => Promise<Delegations>): Promise<void> => {
    try {
      setAll(await work());
      setProblem('');
    } catch (cause) {
      setProblem(problemWords(cause));
    }
  };
  const api = desk.replies.api;
  return (
    <details
      class="delegation"
      onToggle={(event) => event.currentTarget.open && !all && void run(() => api.delegations())}
    >
      <summary>{t('delegation.title')}</summary>
      {problem && (
        <p class="trouble" role="alert">
          {problem}
        </p>
      )}
      {all?.actingFor.map(({ id, name }) => (
        <p key={id}>{t('delegation.actingFor', { name })}</p>
      ))}
      {all?.items.map(({ id, deputy, firstDay, lastDay }) => (
        <p key={id} class="delegation__one">
          {t('delegation.one', { name: deputy, from: firstDay, to: lastDay })}
          <Button
            look="quiet"
            size="small"
            onClick={() =>
              void run(async () => {
                await api.endDelegation(id);
                return api.delegations();
              })
            }
          >
            {t('delegation.end')}
          </Button>
        </p>
      ))}
      {all && <Name all={all} onName={(...named) => void run(() => api.delegate(...named))} />}
    </details>
  );
}

interface NameProps {
  all: Delegations;
  onName: (deputyId: string, firstDay: string, lastDay: string) => void;
}

function Name({ all, onName }: NameProps) {
  const today = new Date().toLocaleDateString('sv');
  const [deputy, setDeputy] = useState(all.candidates[0]?.id ?? '');
  const [first, setFirst] = useState(today);
  const [last, setLast] = useState(today);
  const day = (label: string, value: string, set: (day: string) => void) => (
    <label class="field">
      <span class="field__label">{label}</span>
      <input
        class="field__input"
        type="date"
        required
        min={today}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onName(deputy, first, last);
      }}
    >
      <SelectField
        label={t('delegation.deputy')}
        value={deputy}
        options={all.candidates.map(({ id, name, role }) => [id, `${name}, ${t(`role.${role}`)}`])}
        onChange={setDeputy}
      />
      {day(t('delegation.from'), first, setFirst)}
      {day(t('delegation.to'), last, setLast)}
      <Button type="submit">{t('delegation.name')}</Button>
    </form>
  );
}
