import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { COMPARISONS, daysOf, PRESETS, presetOf, type Comparison, type Preset } from './periods';
import type { ReviewState } from './review';

const CHANNELS = [
  'WEB',
  'APP',
  'PHONE',
  'COUNTER',
  'EMAIL',
  'LETTER',
  'CHAT',
  'SOCIAL',
  'COUNCIL',
  'PATROL',
  'OPEN311',
];

/** Which days, compared with which, of what. */
export function PeriodForm({ desk, state }: { desk: Desk; state: ReviewState }) {
  const choice = state.choice.value;
  const choosePreset = (preset: string): void => {
    if (preset !== 'chosen') state.choose(daysOf(preset as Exclude<Preset, 'chosen'>, state.today));
  };
  return (
    <div class="review__form">
      <SelectField
        label={t('review.period')}
        value={presetOf(choice, state.today)}
        options={PRESETS.map((preset) => [preset, t(`review.preset.${preset}`)] as const)}
        onChange={choosePreset}
      />
      <DayField label={t('review.from')} value={choice.from} onChange={(from) => state.choose({ from })} />
      <DayField label={t('review.to')} value={choice.to} onChange={(to) => state.choose({ to })} />
      <SelectField
        label={t('review.comparison')}
        value={choice.comparison}
        options={COMPARISONS.map((how) => [how, t(`review.comparison.${how}`)] as const)}
        onChange={(how) => state.choose({ comparison: how as Comparison })}
      />
      <Filters desk={desk} state={state} />
      <div class="review__files">
        <a class="btn btn--primary" href={state.api.pdf(state.query.value)} download>
          <Icon name="download" />
          {t('review.pdf')}
        </a>
        <Button onClick={() => print()}>{t('review.print')}</Button>
      </div>
    </div>
  );
}

function Filters({ desk, state }: { desk: Desk; state: ReviewState }) {
  const choice = state.choice.value;
  const all = ['', t('review.all')] as const;
  const { domains } = desk.catalogue.value;
  return (
    <>
      <SelectField
        label={t('review.domain')}
        value={choice.domain}
        options={[all, ...domains.map(({ code, name }) => [code, name] as const)]}
        onChange={(domain) => state.choose({ domain })}
      />
      <SelectField
        label={t('review.team')}
        value={choice.team}
        options={[
          ['', t('review.allTeams')] as const,
          ...desk.teams.value.map(({ code, name }) => [code, `${code}, ${name}`] as const),
        ]}
        onChange={(team) => state.choose({ team })}
      />
      <SelectField
        label={t('review.channel')}
        value={choice.channel}
        options={[all, ...CHANNELS.map((channel) => [channel, t(`review.channel.${channel}`)] as const)]}
        onChange={(channel) => state.choose({ channel })}
      />
    </>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return <TextField label={label} type="date" value={value} onInput={onChange} />;
}
