import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { RuleApi } from '../../../core/rule-api';
import { addRuleMessages } from '../../../messages/rules';
import { Button } from '../../../ui/Buttons';
import { EmptyState } from '../../../ui/Parts';
import { screenOf } from '../address-bar';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { DryRunPane } from './DryRunPane';
import { RuleForm } from './RuleForm';
import { RuleList } from './RuleList';
import { RuleView } from './RuleView';
import { Rules } from './rules';
import { TrialPane } from './TrialPane';
import './rules.css';

addRuleMessages();

/** The rules of the town: the list, the one that is open, and what it would do. */
export function RulesScreen({ desk }: { desk: Desk }) {
  const [rules] = useState(() => new Rules(new RuleApi(desk.needs.deskApi.http), desk.rights.writeRules));
  useEffect(() => {
    void rules.load(screenOf(location.hash).part);
    // the address names the rule, so that it can be passed on
    const unname = effect(() => {
      const id = rules.open.value?.id;
      const place = `${location.pathname}${location.search}#rules${id === undefined ? '' : `/${id}`}`;
      if (rules.loaded.value) history.replaceState(null, '', place);
    });
    return () => {
      unname();
      rules.leave();
    };
  }, [rules]);
  const failed = rules.loaded.value && !rules.vocabulary.value;
  return (
    <div class="desk desk--rules">
      <TopBar desk={desk} />
      {failed ? <Failed words={rules.trouble.value ?? ''} /> : <Panes desk={desk} rules={rules} />}
    </div>
  );
}

function Panes({ desk, rules }: { desk: Desk; rules: Rules }) {
  const written = rules.draft.value !== null;
  return (
    <>
      <RuleList rules={rules} />
      <main class="pane pane--rule" aria-label={t('rules.one')}>
        {written && <RuleForm key={rules.sitting.value} rules={rules} />}
        {!written && rules.open.value && <RuleView rules={rules} rule={rules.open.value} />}
        {!written && !rules.open.value && rules.loaded.value && (
          <EmptyState icon="filter" title={t('rules.none')}>
            <p>{t('rules.noneText')}</p>
          </EmptyState>
        )}
      </main>
      <aside class="pane pane--tries" aria-label={t('rules.tries')}>
        <div class="pane__scroll">
          <TrialPane rules={rules} desk={desk} />
          <DryRunPane rules={rules} desk={desk} />
        </div>
      </aside>
    </>
  );
}

function Failed({ words }: { words: string }) {
  return (
    <main class="pane pane--failed">
      <EmptyState icon="offline" title={t('failed.title')}>
        <p>{words}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t('failed.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}
