import { t } from '../../../core/i18n';
import { Chains } from './Chains';
import { HeadForm } from './HeadForm';
import type { LettersRead } from './letters-read';
import { Section } from './Parts';
import type { SectionProps } from './SettingsScreen';
import { Templates } from './Templates';
import { useSetting } from './use-setting';

/** Templates of letters, who approves them, and what stands above them. */
export function Letters({ desk, api }: SectionProps) {
  const loaded = useSetting<LettersRead>(async () => {
    const [templates, chains, head, promises, delegations] = await Promise.all([
      api.templates(),
      api.chains(),
      api.letterhead(),
      api.promises(),
      desk.replies.api.delegations(),
    ]);
    return {
      templates: templates.items,
      fields: templates.fields,
      chains: chains.items,
      head,
      categories: promises.items,
      people: [desk.needs.account, ...delegations.candidates],
    };
  });
  return (
    <Section title={t('settings.letters')} hint={t('settings.letters.hint')} loaded={loaded}>
      {(read) => (
        <>
          <Templates desk={desk} api={api} read={read} onDone={loaded.reload} />
          <Chains desk={desk} api={api} read={read} onDone={loaded.reload} />
          <HeadForm
            key={read.head.setting.revision}
            desk={desk}
            api={api}
            read={read}
            onDone={loaded.reload}
          />
        </>
      )}
    </Section>
  );
}
