import { useState } from 'preact/hooks';
import { present } from '../../../core/clock';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { WhereApi } from '../../../core/where-api';
import type { CatalogueNames, Grounds, StopNotice } from '../../../core/where-types';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SaveBar } from '../settings/SaveBar';
import { AboutField } from './AboutField';
import { settled } from './ground-choice';
import { GroundField } from './GroundField';
import { PeriodFields } from './PeriodFields';
import { isReady, LANGUAGES, stopDraft, textsOf, type StopDraft } from './stop-draft';
import { StopPreview } from './StopPreview';

interface StopFormProps {
  desk: Desk;
  api: WhereApi;
  grounds: Grounds;
  catalogue: CatalogueNames;
  stop?: StopNotice;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Writes a message; beside it stands what people will read. */
export function StopForm({ desk, api, grounds, catalogue, stop, onDone, onCancel }: StopFormProps) {
  const [id] = useState(() => stop?.id ?? newId());
  const [draft, setDraft] = useState(() => stopDraft(present(), stop));
  const first = desk.needs.jurisdiction.locale.slice(0, 2);
  const set = (part: Partial<StopDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const { about, refuses, from, until } = draft;
    const reason = draft.reason.trim();
    const ground = await settled(draft.ground, api, reason);
    const change = { ...about, ...ground, texts: textsOf(draft), refuses, from, until, reason };
    await api.saveStop(id, change, stop?.setting.revision ?? 0);
  };
  return (
    <div class="settings__two">
      <div class="settings__form">
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={t(`where.stop.text.${language}`)}
            multiline
            required={language === first}
            value={draft.texts[language] ?? ''}
            onInput={(text) => set({ texts: { ...draft.texts, [language]: text } })}
          />
        ))}
        <label class="settings__check">
          <input
            type="checkbox"
            checked={draft.refuses}
            onChange={(event) => set({ refuses: event.currentTarget.checked })}
          />
          {t('where.stop.refuses')}
        </label>
        <AboutField
          catalogue={catalogue}
          about={draft.about}
          all={t('settings.category.every')}
          onChange={(about) => set({ about })}
        />
        <PeriodFields from={draft.from} until={draft.until} onChange={set} />
      </div>
      <div class="settings__form">
        <GroundField
          desk={desk}
          grounds={grounds}
          choice={draft.ground}
          onChange={(ground) => set({ ground })}
        />
        <h3>{t('where.stop.preview')}</h3>
        <StopPreview texts={draft.texts} refuses={draft.refuses} until={draft.until} />
        <TextField label={t('settings.reason')} value={draft.reason} onInput={(reason) => set({ reason })} />
        <SaveBar ready={isReady(draft, first)} save={save} onDone={onDone} onCancel={onCancel} />
      </div>
    </div>
  );
}
