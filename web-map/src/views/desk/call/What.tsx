import { t } from '../../../core/i18n';
import type { Priority } from '../../../core/types';
import { Chip } from '../../../ui/Buttons';
import { DangerChips, StopNotes } from '../../../ui/Place';
import { Questions } from '../../../ui/Questions';
import { CategorySelect } from '../CategorySelect';
import type { Desk } from '../desk';
import { Part } from './Part';

const USUAL: readonly Priority[] = ['NORMAL', 'HIGH', 'URGENT'];

/** The caller's words first; they suggest the category, which stays correctable. */
export function What({ desk }: { desk: Desk }) {
  const { call } = desk;
  const draft = call.draft.value;
  const suggestions = call.suggestions.value;
  const placed = call.placed.value;
  const choose = (category: string): void => call.set({ category, chosen: category !== '' });
  return (
    <Part n={3} title={t('call.what')} hint={t('call.whatHint')} labels="call-words">
      <textarea
        id="call-words"
        class="field__input"
        rows={1}
        value={draft.words}
        onInput={(event) => call.setWords(event.currentTarget.value)}
      />
      {suggestions.length > 0 && (
        <div class="call__chips" role="group" aria-label={t('call.category')}>
          {suggestions.map(({ code, name, glyph }) => (
            <Chip key={code} glyph={glyph} pressed={code === draft.category} onClick={() => choose(code)}>
              {name}
            </Chip>
          ))}
        </div>
      )}
      <div class="call__pair">
        <CategorySelect
          catalogue={call.catalogue.value}
          label={t('call.category')}
          value={draft.category}
          {...(placed && !placed.offered ? { missing: placed.category } : {})}
          placeholder={t('call.otherCategory')}
          onChange={choose}
        />
        <div class="field">
          <span class="field__label" id="call-danger">
            {t('place.danger')}
          </span>
          <DangerChips
            value={draft.danger}
            labelledBy="call-danger"
            onChange={(danger) => call.set({ danger })}
          />
        </div>
      </div>
      {placed && <StopNotes placed={placed} atDesk />}
      <Questions
        questions={call.questions.value}
        answers={draft.answers}
        atDesk
        onAnswer={(code, answer) => call.set({ answers: { ...draft.answers, [code]: answer } })}
      />
      <PriorityPart desk={desk} />
    </Part>
  );
}

/** What the rule says, with its reason; a choice of one's own goes before it and can be taken back. */
function PriorityPart({ desk }: { desk: Desk }) {
  const { call } = desk;
  const { chosenPriority, position, category } = call.draft.value;
  const rule = position && category ? call.located.answer.value?.priority : undefined;
  const shown = chosenPriority ?? rule?.priority;
  const choose = (priority: Priority): void =>
    call.set({
      chosenPriority: priority === rule?.priority || priority === chosenPriority ? null : priority,
    });
  return (
    <div class="field">
      <span class="field__label" id="call-priority">
        {t('call.priority')}
      </span>
      <div class="call__chips" role="group" aria-labelledby="call-priority">
        {(rule?.priority === 'LOW' ? (['LOW', ...USUAL] as const) : USUAL).map((priority) => (
          <Chip key={priority} pressed={priority === shown} onClick={() => choose(priority)}>
            {t(`call.priority.${priority}`)}
          </Chip>
        ))}
      </div>
      <p class="call__why" aria-live="polite">
        {!rule && !chosenPriority && t('call.priorityWait')}
        {chosenPriority && t('call.priorityChosen')} {rule?.sentence}
      </p>
    </div>
  );
}
