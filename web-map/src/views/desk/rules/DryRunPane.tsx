import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { DryRun, Thought, Told } from '../../../core/rule-types';
import type { Address } from '../../../core/place-types';
import type { Channel, Danger, Point } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { SearchField } from '../../../ui/SearchField';
import { TextField } from '../../../ui/TextField';
import { CategorySelect } from '../CategorySelect';
import type { Desk } from '../desk';
import { Lookup } from '../lookup';
import { SelectField } from '../SelectField';
import type { Rules } from './rules';
import { WORDS_OF } from './tree';

const WAIT_MS = 150;

/** A report that is only thought of: which rule, why, and what it would be without. */
export function DryRunPane({ rules, desk }: { rules: Rules; desk: Desk }) {
  const [thought, setThought] = useState<Thought>({ category: '', channel: 'WEB' });
  const set = (change: Partial<Thought>): void => {
    setThought({ ...thought, ...change });
    rules.run.value = null;
  };
  if (!rules.open.value && !rules.draft.value) return null;
  return (
    <section class="dryrun" aria-labelledby="dryrun-title">
      <h2 id="dryrun-title">{t('rules.dryRun')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rules.dryRun(thought);
        }}
      >
        <CategorySelect
          catalogue={desk.catalogue.value}
          label={t('rules.subject.category')}
          placeholder={t('rules.choose')}
          value={thought.category}
          onChange={(category) => set({ category })}
        />
        <Place desk={desk} onPlace={(position) => set({ position })} />
        <div class="dryrun__pair">
          <SelectField
            label={t('rules.subject.danger')}
            value={thought.danger ?? ''}
            options={[
              ['', t('rules.untold')],
              ...(WORDS_OF.danger ?? []).map((each) => [each, t(`rules.danger.${each}`)] as const),
            ]}
            onChange={(danger) => set({ danger: danger === '' ? undefined : (danger as Danger) })}
          />
          <SelectField
            label={t('rules.subject.channel')}
            value={thought.channel ?? 'WEB'}
            options={(WORDS_OF.channel ?? []).map((each) => [each, t(`rules.channel.${each}`)] as const)}
            onChange={(channel) => set({ channel: channel as Channel })}
          />
        </div>
        <TextField
          label={t('rules.text')}
          multiline
          rows={2}
          value={thought.description ?? ''}
          onInput={(description) => set({ description })}
        />
        <When onChange={(at) => set({ at })} />
        <Button type="submit" disabled={thought.category === '' || rules.busy.value}>
          {t('rules.dryRunGo')}
        </Button>
      </form>
      <div role="status">{rules.run.value && <Outcome run={rules.run.value} />}</div>
    </section>
  );
}

function When({ onChange }: { onChange: (at: string | undefined) => void }) {
  return (
    <div class="field">
      <label class="field__label" for="dryrun-at">
        {t('rules.at')}
      </label>
      <input
        id="dryrun-at"
        class="field__input"
        type="datetime-local"
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange(value === '' ? undefined : new Date(value).toISOString());
        }}
      />
    </div>
  );
}

function Place({ desk, onPlace }: { desk: Desk; onPlace: (position: Point | undefined) => void }) {
  const [text, setText] = useState('');
  const [lookup] = useState(() => new Lookup<{ items: Address[] }>(WAIT_MS));
  const found = lookup.answer.value?.items ?? [];
  return (
    <div class="field">
      <span class="field__label">{t('rules.place')}</span>
      <SearchField
        label={t('rules.place')}
        value={text}
        options={found.map((address) => ({ key: address.label, label: address.label, value: address }))}
        onInput={(words) => {
          setText(words);
          onPlace(undefined);
          if (words.length > 2) lookup.ask((signal) => desk.needs.api.addresses(words, undefined, signal));
          else lookup.clear();
        }}
        onPick={({ label, value }) => {
          setText(label);
          lookup.clear();
          onPlace(value.position);
        }}
      />
    </div>
  );
}

function Outcome({ run }: { run: DryRun }) {
  const rows: [string, (told: Told) => string][] = [
    ['rules.team', (told) => `${told.team}, ${told.teamName}`],
    ['rules.then.priority', (told) => t(`rules.priority.${told.priority}`)],
    ['rules.private', (told) => (told.isPrivate ? t('rules.yes') : '')],
    ['rules.then.forward', (told) => told.forwardedTo ?? ''],
    ['rules.then.note', (told) => told.note ?? ''],
    ['rules.then.message', (told) => told.message ?? ''],
  ];
  return (
    <>
      {run.holds !== undefined && (
        <p class="dryrun__verdict">
          <b>{t(run.holds ? 'rules.holds' : 'rules.holdsNot')}</b>
          {run.why && ` ${run.why}.`}
        </p>
      )}
      <table class="trial__table">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('rules.without')}</th>
            <th scope="col">{t('rules.with')}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(([, words]) => words(run.with) !== '' || words(run.without) !== '')
            .map(([key, words]) => (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td>{words(run.without)}</td>
                <td class={words(run.with) === words(run.without) ? '' : 'changed'}>{words(run.with)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <ul class="dryrun__why">
        {run.with.rules.length === 0 && <li>{run.with.teamWhy}</li>}
        {[...new Set(run.with.rules.map(({ why }) => why))].map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    </>
  );
}
