import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { Skill, SkillBook } from '../../../core/staffing-types';
import { Button } from '../../../ui/Buttons';
import { Chooser, Section } from '../settings/Parts';
import { useSetting } from '../settings/use-setting';
import { SkillForm } from './SkillForm';
import { SkillsOf } from './SkillsOf';
import type { StaffingProps } from './StaffingScreen';

const blankSkill = (): Skill => ({
  id: newId(),
  code: '',
  name: '',
  kind: 'SKILL',
  setting: { revision: 0 },
});

/** What there is to know and to have, who has it, and what asks for it. */
export function Skills({ desk, api }: StaffingProps) {
  const loaded = useSetting(() => api.skills());
  return (
    <Section title={t('staffing.skills')} hint={t('staffing.skills.hint')} loaded={loaded}>
      {(book) => (
        <>
          <SkillList desk={desk} api={api} book={book} onDone={loaded.reload} />
          {book.skills.length > 0 && (
            <div class="settings__two">
              <SkillsOf desk={desk} api={api} book={book} what="teams" onDone={loaded.reload} />
              <SkillsOf desk={desk} api={api} book={book} what="categories" onDone={loaded.reload} />
            </div>
          )}
        </>
      )}
    </Section>
  );
}

interface SkillListProps extends StaffingProps {
  book: SkillBook;
  onDone: () => Promise<void>;
}

function SkillList({ desk, api, book, onDone }: SkillListProps) {
  const [skill, setSkill] = useState<Skill | null>(null);
  return (
    <>
      {book.skills.length === 0 && <p class="settings__hint">{t('staffing.skills.none')}</p>}
      <Chooser
        label={t('staffing.skills')}
        chosen={skill?.id ?? null}
        items={book.skills.map(({ id, name, kind }) => ({
          key: id,
          title: name,
          note: t(`staffing.skill.kind.${kind}`),
        }))}
        onChoose={(id) => setSkill(book.skills.find((one) => one.id === id) ?? null)}
      />
      {desk.rights.rule && !skill && (
        <Button icon="plus" onClick={() => setSkill(blankSkill())}>
          {t('staffing.skill.new')}
        </Button>
      )}
      {desk.rights.rule && skill && (
        <SkillForm
          key={skill.id}
          api={api}
          skill={skill}
          isNew={!book.skills.some(({ id }) => id === skill.id)}
          onCancel={() => setSkill(null)}
          onDone={async () => {
            await onDone();
            setSkill(null);
          }}
        />
      )}
    </>
  );
}
