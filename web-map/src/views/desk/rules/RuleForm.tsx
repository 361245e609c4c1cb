import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { GroupEditor } from './GroupEditor';
import { OutcomeEditor } from './OutcomeEditor';
import type { Rules } from './rules';

/** A rule on its way: name, conditions, outcomes; beside the buttons how it reads. */
export function RuleForm({ rules }: { rules: Rules }) {
  const draft = rules.draft.value;
  const vocabulary = rules.vocabulary.value;
  if (!draft || !vocabulary) return null;
  const saved = rules.open.value;
  return (
    <form
      class="ruleform"
      onSubmit={(event) => {
        event.preventDefault();
        void rules.save();
      }}
    >
      <h1 class="pane__title">{saved ? draft.name : t('rules.new')}</h1>
      <div class="pane__scroll">
        <div class="ruleform__names">
          <TextField label={t('rules.name')} value={draft.name} onInput={(name) => rules.change({ name })} />
          <TextField
            label={t('rules.code')}
            value={draft.code}
            disabled={saved !== null || rules.replaces.value}
            hint={t('rules.codeHint')}
            onInput={(code) => rules.change({ code: code.toUpperCase().replace(/[^A-Z0-9-]/g, '-') })}
          />
        </div>
        <h2>{t('rules.if')}</h2>
        <GroupEditor
          group={draft.when}
          vocabulary={vocabulary}
          depth={1}
          onChange={(when) => rules.change({ when })}
        />
        <h2>{t('rules.then')}</h2>
        <OutcomeEditor
          then={draft.then}
          vocabulary={vocabulary}
          onChange={(then) => rules.change({ then })}
        />
      </div>
      <Reading rules={rules} />
      <footer class="ruleform__acts">
        <Discard rules={rules} />
        <Button type="submit" disabled={!rules.dirty.value || rules.busy.value}>
          {t('rules.save')}
        </Button>
        <Button
          look="primary"
          disabled={rules.busy.value || rules.dirty.value || !saved?.tried}
          onClick={() => void rules.activate()}
        >
          {t('rules.activate')}
        </Button>
      </footer>
    </form>
  );
}

/** The sentence, what is wrong with it, or what to do next. */
function Reading({ rules }: { rules: Rules }) {
  const reading = rules.reading.value;
  const next = rules.dirty.value ? t('rules.nextSave') : rules.open.value?.tried ? '' : t('rules.nextTry');
  return (
    <div class="ruleform__reading" role="status">
      {reading && 'sentence' in reading && <p>{reading.sentence}</p>}
      {reading && 'fault' in reading && <p class="trouble">{reading.fault}</p>}
      {rules.trouble.value && <p class="trouble">{rules.trouble.value}</p>}
      {next && <small>{next}</small>}
    </div>
  );
}

/** Asked twice: the second time in other words. */
function Discard({ rules }: { rules: Rules }) {
  const [sure, setSure] = useState(false);
  return (
    <Button
      look="quiet"
      disabled={rules.busy.value}
      onClick={() => (sure ? void rules.discard() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {t(sure ? 'rules.discardSure' : 'rules.discard')}
    </Button>
  );
}
