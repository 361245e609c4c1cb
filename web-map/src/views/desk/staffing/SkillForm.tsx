import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { StaffingApi } from '../../../core/staffing-api';
import type { Skill, SkillKind } from '../../../core/staffing-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { isLongCode } from './rota';

const KINDS: readonly SkillKind[] = ['SKILL', 'MEANS'];

interface SkillFormProps {
  api: StaffingApi;
  skill: Skill;
  isNew: boolean;
  onCancel: () => void;
  onDone: () => Promise<void>;
}

/** One skill or means. */
export function SkillForm({ api, skill, isNew, onCancel, onDone }: SkillFormProps) {
  const [form, setForm] = useState(skill);
  const [reason, setReason] = useState('');
  const set = (part: Partial<Skill>): void => setForm({ ...form, ...part });
  return (
    <div class="settings__card settings__form">
      <h2>{isNew ? t('staffing.skill.new') : <bdi>{skill.name}</bdi>}</h2>
      <LastChange setting={skill.setting} />
      {isNew && (
        <TextField
          label={t('staffing.code')}
          hint={t('staffing.skill.codeHint')}
          value={form.code}
          autofocus
          onInput={(code) => set({ code: code.toLocaleUpperCase() })}
        />
      )}
      <div class="settings__row">
        <TextField label={t('settings.name')} value={form.name} onInput={(name) => set({ name })} />
        <SelectField
          label={t('staffing.skill.kind')}
          value={form.kind}
          options={KINDS.map((kind) => [kind, t(`staffing.skill.kind.${kind}`)] as const)}
          onChange={(kind) => set({ kind: kind as SkillKind })}
        />
      </div>
      <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready={isLongCode(form.code) && form.name.trim() !== ''}
        save={() => api.saveSkill(form, reason.trim())}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
