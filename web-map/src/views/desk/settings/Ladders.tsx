import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Ladder, Ladders as Read } from '../../../core/settings-types';
import type { CommitmentKind } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { SelectField } from '../SelectField';
import { LadderForm } from './LadderForm';
import { LadderLine } from './LadderLine';
import { LastChange, Section } from './Parts';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

const COMMITMENTS: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY'];

/** Who hears of what nobody does in time, step by step. */
export function Ladders({ desk, api }: SectionProps) {
  const loaded = useSetting(() => api.ladders());
  const [category, setCategory] = useState('');
  const categories = desk.catalogue.value.domains.flatMap((domain) => domain.categories);
  return (
    <Section title={t('settings.ladders')} hint={t('settings.ladders.hint')} loaded={loaded}>
      {(ladders) => (
        <>
          <SelectField
            label={t('settings.category')}
            value={category}
            options={[
              ['', t('settings.category.every')],
              ...categories.map(({ code, name }) => [code, name] as const),
            ]}
            onChange={setCategory}
          />
          {COMMITMENTS.map((commitment) => (
            <One
              key={`${category} ${commitment} ${ladderOf(ladders, category, commitment).setting.revision}`}
              desk={desk}
              api={api}
              ladders={ladders}
              place={{ category, commitment }}
              onDone={loaded.reload}
            />
          ))}
        </>
      )}
    </Section>
  );
}

interface OneProps extends SectionProps {
  ladders: Read;
  place: { category: string; commitment: CommitmentKind };
  onDone: () => Promise<void>;
}

function One({ desk, api, ladders, place, onDone }: OneProps) {
  const [editing, setEditing] = useState(false);
  const ladder = ladderOf(ladders, place.category, place.commitment);
  const general = place.category !== '' && ladder.steps.length === 0;
  const shown = general ? ladderOf(ladders, '', place.commitment).steps : ladder.steps;
  const title = t(`settings.commitment.${place.commitment}`);
  return (
    <div class="settings__card" data-commitment={place.commitment}>
      <h2>{title}</h2>
      <LastChange setting={ladder.setting} />
      {general && <p class="settings__hint">{t('settings.ladder.general')}</p>}
      {editing ? (
        <LadderForm
          api={api}
          place={place}
          ladder={{ ...ladder, steps: shown }}
          targets={ladders.targets}
          onDone={onDone}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <LadderLine steps={shown} label={title} />
          {desk.rights.rule && (
            <Button aria-label={t('settings.ladder.editOf', { of: title })} onClick={() => setEditing(true)}>
              {t(general ? 'settings.ladder.own' : 'settings.ladder.edit')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function ladderOf({ items }: Read, category: string, commitment: CommitmentKind): Ladder {
  return (
    items.find((one) => (one.category ?? '') === category && one.commitment === commitment) ?? {
      category,
      commitment,
      steps: [],
      setting: { revision: 0 },
    }
  );
}
