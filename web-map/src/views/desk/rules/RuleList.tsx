import { t } from '../../../core/i18n';
import type { Rule } from '../../../core/rule-types';
import { Button, IconButton } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { Rules } from './rules';

/** Those that decide in the order in which they are asked, then drafts, then what decided once. */
export function RuleList({ rules }: { rules: Rules }) {
  const drafts = rules.list.value.filter(({ state }) => state === 'DRAFT');
  const retired = rules.list.value.filter(({ state }) => state === 'RETIRED');
  return (
    <section class="pane pane--rules" aria-label={t('rules.title')}>
      <h1 class="pane__title">{t('rules.title')}</h1>
      <div class="pane__scroll">
        {rules.mayWrite && (
          <Button size="small" icon="plus" onClick={() => rules.write(null)}>
            {t('rules.new')}
          </Button>
        )}
        {rules.faults.value > 0 && (
          <p class="trouble" role="status">
            {t('rules.faulty', { n: rules.faults.value })}
          </p>
        )}
        <Part
          rules={rules}
          title={t('rules.active')}
          hint={t('rules.activeHint')}
          of={rules.active.value}
          ordered
        />
        <Part rules={rules} title={t('rules.drafts')} of={drafts} />
        {retired.length > 0 && (
          <details class="rules__past">
            <summary>{t('rules.past', { n: retired.length })}</summary>
            <Part rules={rules} of={retired} />
          </details>
        )}
      </div>
    </section>
  );
}

interface PartProps {
  rules: Rules;
  of: readonly Rule[];
  title?: string;
  hint?: string;
  ordered?: boolean;
}

function Part({ rules, of, title, hint, ordered }: PartProps) {
  if (of.length === 0) return null;
  const open = rules.open.value?.id;
  const cards = of.map((rule, index) => (
    <li key={rule.id}>
      <button
        type="button"
        class="rule"
        aria-pressed={rule.id === open}
        onClick={() => rule.id !== open && rules.show(rule)}
      >
        <b>
          {ordered && <i class="rule__place">{index + 1}</i>}
          {rule.name}
        </b>
        <span>{rule.sentence}</span>
        <small>
          {rule.code}
          {rule.version > 1 && ` · ${t('rules.version', { version: rule.version })}`}
          {rule.state === 'ACTIVE' && ` · ${t('rules.decided', { n: rule.decided })}`}
          {rule.state === 'DRAFT' && rule.tried && ` · ${t('rules.isTried')}`}
        </small>
        {rule.faults.map((fault) => (
          <em key={fault}>
            <Icon name="info" size={16} />
            {fault}
          </em>
        ))}
      </button>
      {ordered && rules.mayWrite && of.length > 1 && (
        <span class="rule__moves">
          <IconButton
            icon="up"
            label={t('rules.up', { name: rule.name })}
            disabled={index === 0 || rules.busy.value}
            onClick={() => void rules.move(rule, -1)}
          />
          <IconButton
            icon="down"
            label={t('rules.down', { name: rule.name })}
            disabled={index === of.length - 1 || rules.busy.value}
            onClick={() => void rules.move(rule, 1)}
          />
        </span>
      )}
    </li>
  ));
  return (
    <div class="rules__part">
      {title && <h2>{title}</h2>}
      {hint && <p class="pane__hint">{hint}</p>}
      <ol class="rules__list">{cards}</ol>
    </div>
  );
}
