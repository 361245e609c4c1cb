import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { Ladder, LadderStep, StopsOn } from '../../../core/settings-types';
import type { CommitmentKind, Role } from '../../../core/types';
import { Button, IconButton } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { ChangeBar } from './ChangeBar';
import { lengthOf, minutesOf, type StepUnit } from './ladder';
import { LadderLine } from './LadderLine';
import { NumberField } from './Parts';

const DAY_MINUTES = 24 * 60;
const UNITS: readonly StepUnit[] = ['MINUTES', 'HOURS', 'DAYS'];

interface LadderFormProps {
  api: SettingsApi;
  place: { category: string; commitment: CommitmentKind };
  ladder: Ladder;
  targets: readonly Role[];
  onDone: () => Promise<void>;
  onCancel: () => void;
}

export function LadderForm({ api, place, ladder, targets, onDone, onCancel }: LadderFormProps) {
  const [steps, setSteps] = useState<LadderStep[]>(ladder.steps);
  const [reason, setReason] = useState('');
  const ordered = [...steps].sort((a, b) => a.minutesAfterDue - b.minutesAfterDue);
  const change = { steps: ordered, reason: reason.trim() };
  const put = (at: number, step: LadderStep): void =>
    setSteps(steps.map((one, index) => (index === at ? step : one)));
  return (
    <div class="settings__form">
      <LadderLine steps={ordered} label={t('settings.ladder.new')} />
      {steps.map((step, at) => (
        <StepFields
          key={at}
          number={at + 1}
          step={step}
          targets={targets}
          onChange={(next) => put(at, next)}
          onRemove={() => setSteps(steps.filter((_, index) => index !== at))}
        />
      ))}
      <Button icon="plus" onClick={() => setSteps([...steps, nextStep(ordered.at(-1), targets)])}>
        {t('settings.step.add')}
      </Button>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <ChangeBar
        subject={JSON.stringify(change)}
        ready={steps.every(({ message }) => message.trim() !== '')}
        run={(preview) => api.changeLadder(place, change, { revision: ladder.setting.revision, preview })}
        words={({ ringsNow }) => [t('settings.ladder.rings', { n: ringsNow })]}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

/** A day later than the last one, to the next in the hierarchy. */
function nextStep(last: LadderStep | undefined, targets: readonly Role[]): LadderStep {
  const target = last ? targets[Math.min(targets.indexOf(last.target) + 1, targets.length - 2)] : targets[0];
  return {
    minutesAfterDue: last ? last.minutesAfterDue + DAY_MINUTES : 0,
    target: target ?? 'HEAD',
    message: '',
    repeats: 0,
    stopsOn: 'KEPT',
  };
}

interface StepFieldsProps {
  number: number;
  step: LadderStep;
  targets: readonly Role[];
  onChange: (step: LadderStep) => void;
  onRemove: () => void;
}

function StepFields({ number, step, targets, onChange, onRemove }: StepFieldsProps) {
  const set = (change: Partial<LadderStep>): void => onChange({ ...step, ...change });
  return (
    <fieldset class="promise">
      <legend>{t('settings.step', { n: number })}</legend>
      <div class="settings__row">
        <WhenFields minutes={step.minutesAfterDue} onChange={(minutesAfterDue) => set({ minutesAfterDue })} />
        <SelectField
          label={t('settings.step.target')}
          value={step.target}
          options={targets.map((role) => [role, t(`role.${role}`)] as const)}
          onChange={(target) => set({ target: target as Role })}
        />
      </div>
      <TextField
        label={t('settings.step.message')}
        value={step.message}
        onInput={(message) => set({ message })}
      />
      <div class="settings__row">
        <NumberField
          label={t('settings.step.repeats')}
          value={step.repeats}
          min={0}
          max={50}
          onInput={(repeats = 0) =>
            set({ repeats, repeatMinutes: repeats > 0 ? (step.repeatMinutes ?? 60) : undefined })
          }
        />
        {step.repeats > 0 && (
          <NumberField
            label={t('settings.step.every')}
            value={step.repeatMinutes}
            min={1}
            max={525_600}
            onInput={(repeatMinutes) => set({ repeatMinutes: repeatMinutes ?? 1 })}
          />
        )}
        <SelectField
          label={t('settings.stops')}
          value={step.stopsOn}
          options={(['KEPT', 'ACTION'] as const).map((kind) => [kind, t(`settings.stops.${kind}`)] as const)}
          onChange={(stopsOn) => set({ stopsOn: stopsOn as StopsOn })}
        />
        <IconButton icon="close" label={t('settings.step.remove', { n: number })} onClick={onRemove} />
      </div>
    </fieldset>
  );
}

/** So many minutes, hours or days before or after the due time. */
function WhenFields({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const [unit, setUnit] = useState<StepUnit>(lengthOf(minutes).unit);
  const before = minutes < 0;
  const amount = Math.abs(minutes) / minutesOf(1, unit);
  const put = (value: number, of: StepUnit, early: boolean): void =>
    onChange((early ? -1 : 1) * minutesOf(Math.abs(value), of));
  return (
    <>
      <NumberField
        label={t('settings.step.when')}
        value={amount}
        min={0}
        max={525_600}
        onInput={(value = 0) => put(value, unit, before)}
      />
      <SelectField
        label={t('settings.unit')}
        value={unit}
        options={UNITS.map((one) => [one, t(`settings.unit.${one}`)] as const)}
        onChange={(next) => {
          setUnit(next as StepUnit);
          put(Math.round(amount), next as StepUnit, before);
        }}
      />
      <SelectField
        label={t('settings.step.side')}
        value={before ? 'before' : 'after'}
        options={[
          ['after', t('settings.step.side.after')],
          ['before', t('settings.step.side.before')],
        ]}
        onChange={(side) => put(amount === 0 ? 1 : amount, unit, side === 'before')}
      />
    </>
  );
}
