import { t } from '../../../core/i18n';
import type { Entry, Outcomes, Vocabulary } from '../../../core/rule-types';
import type { Priority } from '../../../core/types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';

interface OutcomeEditorProps {
  then: Outcomes;
  vocabulary: Vocabulary;
  onChange: (then: Outcomes) => void;
}
const PRIORITIES: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

/** What follows: each thing on its own line, none of them by default. */
export function OutcomeEditor({ then, vocabulary, onChange }: OutcomeEditorProps) {
  const set = (key: keyof Outcomes, value: string | boolean): void => {
    const others = Object.entries(then).filter(([known]) => known !== key);
    const chosen = value === '' || value === false ? [] : [[key, value] as const];
    onChange(Object.fromEntries([...others, ...chosen]) as Outcomes);
  };
  return (
    <div class="outcomes">
      <SelectField
        label={t('rules.then.team')}
        value={then.team ?? ''}
        options={choices(vocabulary.TEAM, (team) => `${team.code}, ${team.name}`)}
        onChange={(team) => set('team', team)}
      />
      <SelectField
        label={t('rules.then.priority')}
        value={then.priority ?? ''}
        options={[
          ['', t('rules.unchanged')],
          ...PRIORITIES.map((each) => [each, t(`rules.priority.${each}`)] as const),
        ]}
        onChange={(priority) => set('priority', priority)}
      />
      {vocabulary.ORGANISATION.some(({ open }) => open) && (
        <SelectField
          label={t('rules.then.forward')}
          value={then.forward ?? ''}
          options={choices(
            vocabulary.ORGANISATION.filter(({ open }) => open),
            ({ name }) => name,
          )}
          onChange={(forward) => set('forward', forward)}
        />
      )}
      <label class="outcomes__private">
        <input
          type="checkbox"
          checked={then.private ?? false}
          onChange={(event) => set('private', event.currentTarget.checked)}
        />
        {t('rules.then.private')}
      </label>
      <TextField
        label={t('rules.then.note')}
        multiline
        rows={2}
        value={then.note ?? ''}
        onInput={(note) => set('note', note)}
      />
      <TextField
        label={t('rules.then.message')}
        multiline
        rows={2}
        value={then.message ?? ''}
        onInput={(message) => set('message', message)}
      />
    </div>
  );
}

function choices(entries: readonly Entry[], words: (entry: Entry) => string): (readonly [string, string])[] {
  return [['', t('rules.unchanged')], ...entries.map((entry) => [entry.code, words(entry)] as const)];
}
