import { t } from '../../../core/i18n';
import type { Priority } from '../../../core/types';
import { Chip } from '../../../ui/Buttons';
import { CategorySelect } from '../CategorySelect';
import type { Desk } from '../desk';
import { Part } from './Part';

const PRIORITIES: readonly Priority[] = ['NORMAL', 'HIGH', 'URGENT'];

/** The caller's words first; they suggest the category, which stays correctable. */
export function What({ desk }: { desk: Desk }) {
  const { call } = desk;
  const draft = call.draft.value;
  const suggestions = call.suggestions.value;
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
          catalogue={desk.catalogue.value}
          label={t('call.category')}
          value={draft.category}
          placeholder={t('call.otherCategory')}
          onChange={choose}
        />
        <div class="field">
          <span class="field__label" id="call-priority">
            {t('call.priority')}
          </span>
          <div class="call__chips" role="group" aria-labelledby="call-priority">
            {PRIORITIES.map((priority) => (
              <Chip
                key={priority}
                pressed={priority === draft.priority}
                onClick={() => call.set({ priority })}
              >
                {t(`call.priority.${priority}`)}
              </Chip>
            ))}
          </div>
        </div>
      </div>
    </Part>
  );
}
