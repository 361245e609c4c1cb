import { t } from '../../../core/i18n';
import type { PlaceTrial } from '../../../core/where-types';
import { Icon } from '../../../ui/Icon';
import { untilWords } from '../../../ui/Place';

interface TrialResultProps {
  trial: PlaceTrial;
  shows: 'offers' | 'competences';
}

/** What was found at a place: category by category what is offered, or who answers and why. */
export function TrialResult({ trial, shows }: TrialResultProps) {
  const { categories, grounds } = trial;
  const offered = categories.filter(({ offered: is }) => is);
  return (
    <div class="where__result">
      <p>
        {grounds.length > 0 ? t('where.try.on', { grounds: grounds.join(', ') }) : t('where.try.onNothing')}{' '}
        <b>{t('where.try.count', { n: offered.length, of: categories.length })}</b>
      </p>
      <ul class="where__list">
        {(shows === 'offers' ? [...offered, ...categories.filter(({ offered: is }) => !is)] : categories).map(
          (category) => (
            <li key={category.code} class="where__line">
              <b>
                <Icon name={category.offered ? 'check' : 'block'} size={16} /> {category.name}
              </b>
              {shows === 'offers' ? <OfferedWords category={category} /> : <span>{category.sentence}</span>}
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

function OfferedWords({ category }: { category: PlaceTrial['categories'][number] }) {
  return (
    <>
      <span class="settings__hint">{t(category.offered ? 'where.try.offered' : 'where.try.notOffered')}</span>
      {category.messages.map((message) => (
        <p key={message.text} class="stop">
          <Icon name={message.refuses ? 'block' : 'info'} size={18} />
          <span>
            {message.text} <b>{untilWords(message)}</b>
          </span>
        </p>
      ))}
    </>
  );
}
