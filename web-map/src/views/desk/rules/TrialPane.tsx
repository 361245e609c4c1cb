import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Trial, TrialExample } from '../../../core/rule-types';
import { day } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { shortNumber } from '../words';
import type { Rules } from './rules';

const DAYS = [7, 30, 90, 365] as const;
const FIRST = 8;

/** What the rule would have made of the requests of a period. */
export function TrialPane({ rules, desk }: { rules: Rules; desk: Desk }) {
  const [days, setDays] = useState(30);
  const rule = rules.open.value;
  const writing = rules.draft.value !== null;
  const trial = rule?.trial;
  if (!rule && !writing) return null;
  return (
    <section class="trial" aria-labelledby="trial-title">
      <h2 id="trial-title">{t('rules.trial')}</h2>
      {writing && (
        <div class="trial__ask">
          <SelectField
            label={t('rules.period')}
            value={String(days)}
            options={DAYS.map((n) => [String(n), t('rules.days', { n })] as const)}
            onChange={(value) => setDays(Number(value))}
          />
          <Button disabled={rules.busy.value} onClick={() => void rules.tryOut(days)}>
            {t('rules.try')}
          </Button>
        </div>
      )}
      {writing && trial && (rules.dirty.value || !rule.tried) && <p class="pane__note">{t('rules.stale')}</p>}
      {trial ? <Found trial={trial} desk={desk} /> : <p class="pane__hint">{t('rules.trialHint')}</p>}
    </section>
  );
}

function Found({ trial, desk }: { trial: Trial; desk: Desk }) {
  const figures: [string, number][] = [
    ['rules.found.matched', trial.matched],
    ['rules.found.otherTeam', trial.otherTeam],
    ['rules.found.otherPriority', trial.otherPriority],
    ['rules.found.private', trial.becomePrivate],
    ['rules.found.forwarded', trial.forwarded],
  ];
  return (
    <>
      <p class="pane__hint">
        {t('rules.found', { n: trial.requests, from: day(trial.from), until: day(trial.until) })}
        {trial.truncated && `. ${t('rules.truncated')}`}
      </p>
      <dl class="trial__figures">
        {figures.map(([key, n]) => (
          <div key={key} data-count={key.split('.').pop()}>
            <dt>{t(key)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <Teams trial={trial} />
      <Examples examples={trial.examples} desk={desk} />
    </>
  );
}

function Teams({ trial }: { trial: Trial }) {
  if (trial.teams.length === 0) return null;
  return (
    <table class="trial__table">
      <caption>{t('rules.byTeam')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rules.team')}</th>
          <th scope="col">{t('rules.without')}</th>
          <th scope="col">{t('rules.with')}</th>
        </tr>
      </thead>
      <tbody>
        {trial.teams.map(({ code, name, before, after }) => (
          <tr key={code}>
            <th scope="row">
              <b>{code}</b> {name}
            </th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Examples({ examples, desk }: { examples: readonly TrialExample[]; desk: Desk }) {
  const [all, setAll] = useState(false);
  if (examples.length === 0) return null;
  return (
    <>
      <h3>{t('rules.examples', { n: examples.length })}</h3>
      <ul class="trial__examples">
        {examples.slice(0, all ? undefined : FIRST).map((example) => (
          <li key={example.id}>
            <button type="button" onClick={() => desk.open(example.id)}>
              <b>
                {shortNumber(example.number)} {example.category}
              </b>
              <span>{example.why}</span>
              <small>{changeOf(example)}</small>
            </button>
          </li>
        ))}
      </ul>
      {!all && examples.length > FIRST && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('rules.allExamples', { n: examples.length })}
        </Button>
      )}
    </>
  );
}

/** "E1 → U1, normale → urgente"; what stays as it is is said once. */
function changeOf(example: TrialExample): string {
  const { teamBefore, teamAfter, priorityBefore, priorityAfter } = example;
  if (!example.changes) return t('rules.same', { team: teamAfter });
  const words = (before: string, after: string): string =>
    before === after ? after : `${before} → ${after}`;
  return [
    words(teamBefore, teamAfter),
    words(t(`rules.priority.${priorityBefore}`), t(`rules.priority.${priorityAfter}`)),
  ].join(', ');
}
