import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { CatalogueNames, PriorityRow } from '../../../core/where-types';
import { Skeleton } from '../../../ui/Parts';
import { Chooser, LastChange, Section } from '../settings/Parts';
import { useSetting } from '../settings/use-setting';
import { problemWords } from '../words';
import type { About } from './AboutField';
import { PriorityGrid } from './PriorityGrid';
import type { SectionProps } from './WhereScreen';

const EVERYTHING = '*';

/** How urgent what is: by category, danger and what is near. */
export function Priorities({ desk, api }: SectionProps) {
  const loaded = useSetting<CatalogueNames>(() => api.offers());
  const [chosen, setChosen] = useState(EVERYTHING);
  const { row, written, trouble, reload } = useRow(api, chosen);
  const count = (about: About): number =>
    written.find(({ domain, category }) => domain === about.domain && category === about.category)?.cells ??
    0;
  const item = (key: string, title: string) => {
    const n = count(aboutOf(key));
    return { key, title, ...(n > 0 ? { note: t('where.priority.written', { n }) } : {}) };
  };
  return (
    <Section title={t('where.priorities')} hint={t('where.priorities.hint')} loaded={loaded}>
      {({ domains }) => (
        <div class="settings__two settings__two--list">
          <Chooser
            label={t('where.about')}
            chosen={chosen}
            items={[
              item(EVERYTHING, t('settings.category.every')),
              ...domains.flatMap((domain) => [
                item(`d ${domain.code}`, t('where.wholeDomain', { domain: domain.name })),
                ...domain.categories.map(({ code, name }) => item(`c ${code}`, name)),
              ]),
            ]}
            onChoose={setChosen}
          />
          <div class="settings__card">
            {trouble && (
              <p class="trouble" role="alert">
                {trouble}
              </p>
            )}
            {row ? (
              <>
                <LastChange setting={row.setting} />
                <PriorityGrid
                  key={`${chosen} ${row.setting.revision}`}
                  api={api}
                  row={row}
                  may={desk.rights.rule}
                  onDone={reload}
                />
              </>
            ) : (
              !trouble && <Skeleton height="240px" />
            )}
          </div>
        </div>
      )}
    </Section>
  );
}

function aboutOf(key: string): About {
  if (key === EVERYTHING) return {};
  return key.startsWith('d ') ? { domain: key.slice(2) } : { category: key.slice(2) };
}

/** The row that is chosen; what comes late for another one is not shown. */
function useRow(api: SectionProps['api'], chosen: string) {
  const [read, setRead] = useState<{ of: string; row: PriorityRow } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const reload = async (): Promise<void> => {
    try {
      setRead({ of: chosen, row: await api.priorities(aboutOf(chosen)) });
      setTrouble(null);
    } catch (cause) {
      setTrouble(problemWords(cause));
    }
  };
  useEffect(() => void reload(), [chosen]);
  return {
    row: read?.of === chosen ? read.row : null,
    written: read?.row.written ?? [],
    trouble,
    reload,
  };
}
