import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { Chain, ChainStep } from '../../../core/settings-types';
import type { Role } from '../../../core/types';
import { Button, IconButton } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { categoryOptions, type LettersPartProps } from './letters-read';
import { Chooser, LastChange } from './Parts';
import { SaveBar } from './SaveBar';

const ROLES: readonly Role[] = [
  'FRONT_OFFICE',
  'DISPATCHER',
  'REFERENT',
  'HEAD',
  'SIGNATORY',
  'ELECTED_OFFICIAL',
  'ADMINISTRATOR',
];
const blank = (): Chain => ({
  id: newId(),
  name: '',
  steps: [{ act: 'SIGN', title: '', role: 'SIGNATORY' }],
  setting: { revision: 0 },
});

/** Who approves which letters in which order; the last one signs. */
export function Chains({ desk, api, read, onDone }: LettersPartProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [added, setAdded] = useState<Chain | null>(null);
  const chain = added ?? read.chains.find(({ id }) => id === chosen) ?? read.chains[0] ?? null;
  const named = new Map(read.categories.map(({ id, name }) => [id, name]));
  return (
    <div class="settings__card">
      <h2>{t('settings.chains')}</h2>
      <Chooser
        label={t('settings.chains')}
        chosen={chain?.id ?? null}
        items={read.chains.map(({ id, name, categoryId }) => ({
          key: id,
          title: name,
          note: categoryId === undefined ? t('settings.category.every') : (named.get(categoryId) ?? ''),
        }))}
        onChoose={(id) => {
          setChosen(id);
          setAdded(null);
        }}
      />
      {desk.rights.rule && (
        <Button icon="plus" onClick={() => setAdded(blank())}>
          {t('settings.chain.new')}
        </Button>
      )}
      {chain && (
        <ChainForm
          key={`${chain.id} ${chain.setting.revision}`}
          desk={desk}
          api={api}
          read={read}
          chain={chain}
          onDone={async () => {
            await onDone();
            setChosen(chain.id);
            setAdded(null);
          }}
        />
      )}
    </div>
  );
}

function ChainForm({ desk, api, read, chain, onDone }: LettersPartProps & { chain: Chain }) {
  const { id, setting, ...first } = chain;
  const [form, setForm] = useState(first);
  const may = desk.rights.rule;
  const put = (steps: ChainStep[]): void => setForm({ ...form, steps: inOrder(steps) });
  return (
    <div class="settings__form">
      <LastChange setting={setting} />
      <div class="settings__row">
        <TextField
          label={t('settings.name')}
          value={form.name}
          disabled={!may}
          onInput={(name) => setForm({ ...form, name })}
        />
        <SelectField
          label={t('settings.category')}
          value={form.categoryId ?? ''}
          options={categoryOptions(read.categories)}
          onChange={(categoryId) => setForm({ ...form, categoryId: categoryId || undefined })}
        />
      </div>
      {form.steps.map((step, at) => (
        <StepFields
          key={at}
          number={at + 1}
          step={step}
          people={read.people}
          may={may}
          only={form.steps.length === 1}
          onChange={(next) => put(form.steps.map((one, index) => (index === at ? next : one)))}
          onRemove={() => put(form.steps.filter((_, index) => index !== at))}
        />
      ))}
      {may && (
        <>
          <Button
            icon="plus"
            onClick={() => put([...form.steps, { act: 'SIGN', title: '', role: 'ELECTED_OFFICIAL' }])}
          >
            {t('settings.chain.add')}
          </Button>
          <SaveBar
            ready={form.name.trim() !== '' && form.steps.every(({ title }) => title.trim() !== '')}
            save={() => api.saveChain(id, form, setting.revision)}
            onDone={onDone}
          />
        </>
      )}
    </div>
  );
}

/** The last one signs, the others approve. */
function inOrder(steps: ChainStep[]): ChainStep[] {
  return steps.map((step, at) => ({ ...step, act: at === steps.length - 1 ? 'SIGN' : 'APPROVE' }));
}

interface StepFieldsProps {
  number: number;
  step: ChainStep;
  people: LettersPartProps['read']['people'];
  may: boolean;
  only: boolean;
  onChange: (step: ChainStep) => void;
  onRemove: () => void;
}

function StepFields({ number, step, people, may, only, onChange, onRemove }: StepFieldsProps) {
  return (
    <fieldset class="promise">
      <legend>
        {number}. {t(`settings.act.${step.act}`)}
      </legend>
      <div class="settings__row">
        <TextField
          label={t('settings.chain.title')}
          value={step.title}
          disabled={!may}
          onInput={(title) => onChange({ ...step, title })}
        />
        <SelectField
          label={t('settings.chain.who')}
          value={step.accountId ?? step.role ?? 'HEAD'}
          options={[
            ...ROLES.map((role): [string, string] => [role, t(`role.${role}`)]),
            ...people.map(({ id, name }): [string, string] => [id, name]),
          ]}
          onChange={(who) =>
            onChange(
              ROLES.includes(who as Role)
                ? { ...step, role: who as Role, accountId: undefined }
                : { ...step, role: undefined, accountId: who },
            )
          }
        />
        {may && !only && (
          <IconButton icon="close" label={t('settings.step.remove', { n: number })} onClick={onRemove} />
        )}
      </div>
    </fieldset>
  );
}
