import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Rule } from '../../../core/rule-types';
import { dateAndTime } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import type { Rules } from './rules';

/** A rule that decides, or did: read, not written on. */
export function RuleView({ rules, rule }: { rules: Rules; rule: Rule }) {
  const draft = rules.list.value.find(({ code, state }) => code === rule.code && state === 'DRAFT');
  return (
    <>
      <h1 class="pane__title">{rule.name}</h1>
      <div class="pane__scroll ruleview">
        <p class="ruleview__sentence">{rule.sentence}</p>
        {rule.faults.map((fault) => (
          <p key={fault} class="trouble">
            {fault}
          </p>
        ))}
        <dl>
          <dt>{t('rules.code')}</dt>
          <dd>{`${rule.code}, ${t('rules.version', { version: rule.version })}`}</dd>
          <dt>{t('rules.state')}</dt>
          <dd>{t(`rules.state.${rule.state}`)}</dd>
          {rule.activatedAt && (
            <>
              <dt>{t('rules.since')}</dt>
              <dd>
                {[dateAndTime(Date.parse(rule.activatedAt)), rule.activatedBy].filter(Boolean).join(', ')}
              </dd>
            </>
          )}
          <dt>{t('rules.decidedTitle')}</dt>
          <dd>{t('rules.decided', { n: rule.decided })}</dd>
        </dl>
        {rules.trouble.value && (
          <p class="trouble" role="alert">
            {rules.trouble.value}
          </p>
        )}
      </div>
      {rules.mayWrite && (
        <footer class="ruleform__acts">
          {rule.state === 'ACTIVE' && <Retire key={rule.id} rules={rules} />}
          <Button onClick={() => (draft ? rules.show(draft) : rules.write(rule))}>
            {t(draft ? 'rules.toDraft' : 'rules.newVersion')}
          </Button>
        </footer>
      )}
    </>
  );
}

/** Asked twice: the second time in other words. */
function Retire({ rules }: { rules: Rules }) {
  const [sure, setSure] = useState(false);
  return (
    <Button
      look="quiet"
      disabled={rules.busy.value}
      onClick={() => (sure ? void rules.retire() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {t(sure ? 'rules.retireSure' : 'rules.retire')}
    </Button>
  );
}
