import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { Template, TemplateText } from '../../../core/settings-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { categoryOptions, type LettersPartProps } from './letters-read';
import { codeOf } from './NewCalendar';
import { Chooser, LastChange } from './Parts';
import { SaveBar } from './SaveBar';

const blank = (): Template => ({
  id: newId(),
  code: '',
  name: '',
  locale: 'fr',
  subject: '',
  body: '',
  active: true,
  setting: { revision: 0 },
});

export function Templates({ desk, api, read, onDone }: LettersPartProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [added, setAdded] = useState<Template | null>(null);
  const template =
    added ??
    read.templates.find(({ id }) => id === chosen) ??
    read.templates[0] ??
    (desk.rights.rule ? blank() : null);
  return (
    <div class="settings__card">
      <h2>{t('settings.templates')}</h2>
      <Chooser
        label={t('settings.templates')}
        chosen={template?.id ?? null}
        items={read.templates.map(({ id, name, locale, active }) => ({
          key: id,
          title: name,
          note: [t(`settings.locale.${locale}`), !active && t('settings.template.off')]
            .filter(Boolean)
            .join(', '),
        }))}
        onChoose={(id) => {
          setChosen(id);
          setAdded(null);
        }}
      />
      {desk.rights.rule && (
        <Button icon="plus" onClick={() => setAdded(blank())}>
          {t('settings.template.new')}
        </Button>
      )}
      {template && (
        <TemplateForm
          key={`${template.id} ${template.setting.revision}`}
          desk={desk}
          api={api}
          read={read}
          template={template}
          onDone={async () => {
            await onDone();
            setChosen(template.id);
            setAdded(null);
          }}
        />
      )}
    </div>
  );
}

function TemplateForm({ desk, api, read, template, onDone }: LettersPartProps & { template: Template }) {
  const { id, setting, ...first } = template;
  const [text, setText] = useState<TemplateText>(first);
  const set = (change: Partial<TemplateText>): void => setText({ ...text, ...change });
  const may = desk.rights.rule;
  const saved = setting.revision > 0 || read.templates.some((one) => one.id === id);
  return (
    <div class="settings__form">
      <LastChange setting={setting} />
      <TemplateKind read={read} text={text} may={may} saved={saved} set={set} />
      <TextField
        label={t('settings.template.subject')}
        value={text.subject}
        disabled={!may}
        onInput={(subject) => set({ subject })}
      />
      <TextField
        label={t('settings.template.body')}
        hint={t('settings.template.fields', {
          fields: (read.fields[text.locale] ?? []).map((field) => `{${field}}`).join(' '),
        })}
        multiline
        rows={10}
        value={text.body}
        disabled={!may}
        onInput={(body) => set({ body })}
      />
      <label class="settings__check">
        <input
          type="checkbox"
          checked={text.active}
          disabled={!may}
          onChange={({ currentTarget }) => set({ active: currentTarget.checked })}
        />
        {t('settings.template.active')}
      </label>
      {saved && (
        <a
          class="btn"
          href={`${desk.needs.base}/api/desk/reply-templates/${id}/sample.pdf`}
          target="_blank"
          rel="noopener"
        >
          <Icon name="external" />
          {t('settings.sample')}
        </a>
      )}
      {may && (
        <SaveBar
          ready={text.code !== '' && text.subject.trim() !== '' && text.body.trim() !== ''}
          save={() => api.saveTemplate(id, text, setting.revision)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

interface TemplateKindProps {
  read: LettersPartProps['read'];
  text: TemplateText;
  may: boolean;
  saved: boolean;
  set: (change: Partial<TemplateText>) => void;
}

/** Its name, its language, and what it is for. */
function TemplateKind({ read, text, may, saved, set }: TemplateKindProps) {
  return (
    <div class="settings__row">
      <TextField
        label={t('settings.name')}
        value={text.name}
        disabled={!may}
        onInput={(name) => set({ name, ...(saved ? {} : { code: codeOf(name) }) })}
      />
      <SelectField
        label={t('settings.locale')}
        value={text.locale}
        options={[
          ['fr', t('settings.locale.fr')],
          ['en', t('settings.locale.en')],
        ]}
        onChange={(locale) => set({ locale: locale === 'en' ? 'en' : 'fr' })}
      />
      <SelectField
        label={t('settings.category')}
        value={text.categoryId ?? ''}
        options={categoryOptions(read.categories)}
        onChange={(categoryId) => set({ categoryId: categoryId || undefined })}
      />
    </div>
  );
}
