import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import { newId } from '../../../../core/ids';
import type { Webhook, WebhookKind } from '../../../../core/settings-types';
import type { WebhookApi } from '../../../../core/webhook-api';
import type { CatalogueNames, Grounds } from '../../../../core/where-types';
import { Chip } from '../../../../ui/Buttons';
import { TextField } from '../../../../ui/TextField';
import { SaveBar } from '../SaveBar';

const FOR_ALL: readonly WebhookKind[] = ['CREATED', 'STATE_CHANGED', 'MOVED', 'RECLASSIFIED', 'ANSWERED'];
const FOR_STAFF: readonly WebhookKind[] = ['NOTED', 'UPDATED'];

/** What every change of a hook works with. */
export interface WebhookWork {
  hooks: WebhookApi;
  choices: { grounds: Grounds; domains: CatalogueNames['domains'] };
  /** Told what was saved, with its secret where it has a new one. */
  onSaved: (saved: Webhook) => void;
  onDone: () => Promise<void>;
}

interface WebhookFormProps extends WebhookWork {
  hook?: Webhook;
  onCancel: () => void;
}

/** Where a hook listens, what it may read and what it hears of; a new one gets its secret with it. */
export function WebhookForm({ hooks, choices, hook, onSaved, onDone, onCancel }: WebhookFormProps) {
  const [id] = useState(() => hook?.id ?? newId());
  const [name, setName] = useState(hook?.name ?? '');
  const [address, setAddress] = useState(hook?.address ?? 'https://');
  const [content, setContent] = useState(hook?.content ?? 'PUBLIC');
  const [kinds, setKinds] = useState<readonly WebhookKind[]>(hook?.kinds ?? []);
  const [categories, setCategories] = useState<readonly string[]>(hook?.categories ?? []);
  const [place, setPlace] = useState(hook?.groundId ?? '');
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    onSaved(
      await hooks.save(
        id,
        {
          name: name.trim(),
          address: address.trim(),
          content,
          kinds: kinds.filter((kind) => content === 'STAFF' || !FOR_STAFF.includes(kind)),
          categories: [...categories],
          ...placeOf(choices.grounds, place),
          reason: reason.trim(),
        },
        hook?.setting.revision ?? 0,
      ),
    );
  };
  return (
    <div class="settings__form">
      <TextField label={t('settings.name')} value={name} onInput={setName} autofocus />
      <TextField
        label={t('settings.webhook.address')}
        hint={t('settings.webhook.address.hint')}
        value={address}
        onInput={setAddress}
      />
      <Chips
        label={t('settings.webhook.content')}
        options={(['PUBLIC', 'STAFF'] as const).map((key) => [key, t(`settings.webhook.content.${key}`)])}
        chosen={[content]}
        onToggle={(key) => setContent(key)}
      />
      <Heard
        offered={[...FOR_ALL, ...(content === 'STAFF' ? FOR_STAFF : [])]}
        domains={choices.domains}
        kinds={kinds}
        categories={categories}
        onKinds={setKinds}
        onCategories={setCategories}
      />
      <PlaceField grounds={choices.grounds} value={place} onInput={setPlace} />
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready={name.trim() !== '' && address.trim().length > 'https://'.length}
        save={save}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

interface HeardProps {
  offered: readonly WebhookKind[];
  domains: CatalogueNames['domains'];
  kinds: readonly WebhookKind[];
  categories: readonly string[];
  onKinds: (kinds: WebhookKind[]) => void;
  onCategories: (codes: string[]) => void;
}

/** Which events, of which categories. */
function Heard({ offered, domains, kinds, categories, onKinds, onCategories }: HeardProps) {
  return (
    <>
      <Chips
        label={t('settings.webhook.kinds')}
        options={offered.map((key) => [key, t(`settings.webhook.kind.${key}`)])}
        chosen={kinds}
        onToggle={(key) => onKinds(toggled(kinds, key))}
      />
      <Chips
        label={t('settings.webhook.categories')}
        options={domains.flatMap((domain) =>
          domain.categories.map((category): [string, string] => [category.code, category.name]),
        )}
        chosen={categories}
        onToggle={(key) => onCategories(toggled(categories, key))}
      />
    </>
  );
}

function placeOf({ sectors }: Grounds, id: string): { sectorId?: string; groundId?: string } {
  if (id === '') return {};
  return sectors.some((sector) => sector.id === id) ? { sectorId: id } : { groundId: id };
}

function toggled<T>(all: readonly T[], one: T): T[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
}

interface ChipsProps<T> {
  label: string;
  options: readonly (readonly [T, string])[];
  chosen: readonly T[];
  onToggle: (key: T) => void;
}

/** Several to choose from; where none is chosen, its label says that all are meant. */
function Chips<T extends string>({ label, options, chosen, onToggle }: ChipsProps<T>) {
  return (
    <div class="field" role="group" aria-label={label}>
      <span class="field__label">{label}</span>
      <div class="settings__row">
        {options.map(([key, words]) => (
          <Chip key={key} pressed={chosen.includes(key)} onClick={() => onToggle(key)}>
            {words}
          </Chip>
        ))}
      </div>
    </div>
  );
}

interface PlaceFieldProps {
  grounds: Grounds;
  value: string;
  onInput: (id: string) => void;
}

/** Everywhere, in a drawn area, or in a sector. */
function PlaceField({ grounds, value, onInput }: PlaceFieldProps) {
  const drawn = new Set(grounds.items.map((ground) => ground.sectorId));
  return (
    <label class="field">
      <span class="field__label">{t('settings.webhook.place')}</span>
      <select
        class="field__input"
        value={value}
        onChange={({ currentTarget }) => onInput(currentTarget.value)}
      >
        <option value="">{t('settings.webhook.everywhere')}</option>
        {grounds.items.map((ground) => (
          <option key={ground.id} value={ground.id}>
            {ground.name}
          </option>
        ))}
        {grounds.sectors
          .filter((sector) => !drawn.has(sector.id))
          .map((sector) => (
            <option key={sector.id} value={sector.id}>
              {sector.name}
            </option>
          ))}
      </select>
    </label>
  );
}
