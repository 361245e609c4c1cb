import { ANALYSES, type AnalysisName } from '../../../core/analysis-types';
import { number, t } from '../../../core/i18n';
import { TextField } from '../../../ui/TextField';
import { CategorySelect } from '../CategorySelect';
import type { Desk } from '../desk';
import { COMPARISONS, daysOf, PRESETS, presetOf, type Comparison, type Preset } from '../review/periods';
import { SelectField } from '../SelectField';
import type { AnalysisState } from './analysis';
import { RADII, SIDES, STEPS, type Step } from './choice';

/** Which analysis, of which days, of what; and how it is cut. */
export function Controls({ desk, state }: { desk: Desk; state: AnalysisState }) {
  const choice = state.choice.value;
  const choosePreset = (preset: string): void => {
    if (preset !== 'chosen') state.choose(daysOf(preset as Exclude<Preset, 'chosen'>, state.today));
  };
  return (
    <div class="analysis__form">
      <SelectField
        label={t('analysis.layer')}
        value={choice.layer}
        options={ANALYSES.map((name) => [name, t(`analysis.${name}`)] as const)}
        onChange={(layer) => state.choose({ layer: layer as AnalysisName })}
      />
      <SelectField
        label={t('review.period')}
        value={presetOf(choice, state.today)}
        options={PRESETS.map((preset) => [preset, t(`review.preset.${preset}`)] as const)}
        onChange={choosePreset}
      />
      <TextField
        label={t('review.from')}
        type="date"
        value={choice.from}
        onInput={(from) => state.choose({ from })}
      />
      <TextField
        label={t('review.to')}
        type="date"
        value={choice.to}
        onInput={(to) => state.choose({ to })}
      />
      <SelectField
        label={t('review.domain')}
        value={choice.domain}
        options={[
          ['', t('review.all')] as const,
          ...desk.catalogue.value.domains.map(({ code, name }) => [code, name] as const),
        ]}
        onChange={(domain) => state.choose({ domain, category: '' })}
      />
      <CategorySelect
        catalogue={offered(desk, choice.domain)}
        label={t('analysis.category')}
        value={choice.category}
        placeholder={t('review.all')}
        onChange={(category) => state.choose({ category })}
      />
      <OwnControls state={state} />
    </div>
  );
}

function offered(desk: Desk, domain: string): Desk['catalogue']['value'] {
  const { domains } = desk.catalogue.value;
  return { domains: domain === '' ? domains : domains.filter(({ code }) => code === domain) };
}

/** What only some analyses ask. */
function OwnControls({ state }: { state: AnalysisState }) {
  const { layer, comparison, cell, radius, step } = state.choice.value;
  const metres = (value: string): readonly [string, string] => [
    value,
    value === '' ? t('analysis.usual') : t('analysis.metres', { n: number(Number(value)) }),
  ];
  return (
    <>
      {layer === 'comparison' && (
        <SelectField
          label={t('review.comparison')}
          value={comparison}
          options={COMPARISONS.map((how) => [how, t(`review.comparison.${how}`)] as const)}
          onChange={(how) => state.choose({ comparison: how as Comparison })}
        />
      )}
      {layer === 'frames' && (
        <SelectField
          label={t('analysis.step')}
          value={step}
          options={STEPS.map((each) => [each, t(`analysis.step.${each}`)] as const)}
          onChange={(each) => state.choose({ step: each as Step })}
        />
      )}
      {layer !== 'silence' && layer !== 'promises' && (
        <SelectField
          label={t('analysis.cell')}
          value={cell}
          options={SIDES.map(metres)}
          onChange={(side) => state.choose({ cell: side })}
        />
      )}
      {layer === 'heat' && (
        <SelectField
          label={t('analysis.radius')}
          value={radius}
          options={RADII.map(metres)}
          onChange={(wide) => state.choose({ radius: wide })}
        />
      )}
    </>
  );
}
