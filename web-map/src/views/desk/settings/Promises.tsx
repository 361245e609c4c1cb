import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Calendar, CategoryPromises, PromiseRow } from '../../../core/settings-types';
import { promiseLength } from '../../../core/time';
import { Chooser, LastChange, Section } from './Parts';
import { PromiseForm } from './PromiseForm';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

interface Read {
  categories: CategoryPromises[];
  calendars: Calendar[];
}

/** What is promised for each category, and when it warns. */
export function Promises({ desk, api }: SectionProps) {
  const loaded = useSetting<Read>(async () => {
    const [promises, calendars] = await Promise.all([api.promises(), api.calendars()]);
    return { categories: promises.items, calendars: calendars.items };
  });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section title={t('settings.promises')} hint={t('settings.promises.hint')} loaded={loaded}>
      {({ categories, calendars }) => {
        const category = categories.find(({ code }) => code === chosen) ?? categories[0];
        const named = new Map(calendars.map(({ code, name }) => [code, name]));
        return (
          <div class="settings__two settings__two--list">
            <Chooser
              label={t('settings.category')}
              chosen={category?.code ?? null}
              items={categories.map(({ code, name, promises }) => ({
                key: code,
                title: name,
                note: promises.map(shortly).join(', '),
              }))}
              onChoose={setChosen}
            />
            {category && (
              <div class="settings__card" key={`${category.code} ${category.setting.revision}`}>
                <h2>
                  <bdi>{category.name}</bdi>
                </h2>
                <LastChange setting={category.setting} />
                {desk.rights.rule ? (
                  <PromiseForm api={api} category={category} calendars={calendars} onDone={loaded.reload} />
                ) : (
                  <dl class="week">
                    {category.promises.map((row) => (
                      <div key={row.commitment}>
                        <dt>{t(`commitment.${row.commitment}`)}</dt>
                        <dd>
                          {[promiseLength(row), named.get(row.calendar ?? '')].filter(Boolean).join(', ')}
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
              </div>
            )}
          </div>
        );
      }}
    </Section>
  );
}

const shortly = (row: PromiseRow): string => `${t(`commitment.${row.commitment}`)} ${promiseLength(row)}`;
