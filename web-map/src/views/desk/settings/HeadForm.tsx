import { useId, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Letterhead } from '../../../core/settings-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { TextField } from '../../../ui/TextField';
import type { LettersPartProps } from './letters-read';
import { LastChange } from './Parts';
import { SaveBar } from './SaveBar';

/** What stands above every letter. */
export function HeadForm({ desk, api, read, onDone }: LettersPartProps) {
  const { setting, ...first } = read.head;
  const [head, setHead] = useState<Letterhead>(first);
  const set = (change: Partial<Letterhead>): void => setHead({ ...head, ...change });
  const may = desk.rights.rule;
  return (
    <div class="settings__card settings__form">
      <h2>{t('settings.letterhead')}</h2>
      <LastChange setting={setting} />
      <TextField
        label={t('settings.letterhead.address')}
        multiline
        rows={3}
        disabled={!may}
        value={head.address}
        onInput={(address) => set({ address })}
      />
      <TextField
        label={t('settings.letterhead.contact')}
        disabled={!may}
        value={head.contact}
        onInput={(contact) => set({ contact })}
      />
      <TextField
        label={t('settings.letterhead.place')}
        disabled={!may}
        value={head.place}
        onInput={(place) => set({ place })}
      />
      <Logo logo={head.logo} may={may} onChange={(logo) => set({ logo })} />
      <a
        class="btn"
        href={`${desk.needs.base}/api/desk/letterhead/sample.pdf`}
        target="_blank"
        rel="noopener"
      >
        <Icon name="external" />
        {t('settings.sample')}
      </a>
      {may && <SaveBar ready save={() => api.saveLetterhead(head, setting.revision)} onDone={onDone} />}
    </div>
  );
}

interface LogoProps {
  logo: string | undefined;
  may: boolean;
  onChange: (logo: string | undefined) => void;
}

function Logo({ logo, may, onChange }: LogoProps) {
  const file = useId();
  return (
    <>
      {logo !== undefined && (
        <img class="settings__logo" src={`data:${mediaType(logo)};base64,${logo}`} alt={t('settings.logo')} />
      )}
      {may && (
        <div class="settings__row">
          <div class="field">
            <label class="field__label" for={file}>
              {t('settings.logo.choose')}
            </label>
            <input
              id={file}
              type="file"
              accept="image/png,image/jpeg"
              onChange={({ currentTarget }) => {
                const image = currentTarget.files?.[0];
                if (image) void base64(image).then(onChange);
              }}
            />
          </div>
          {logo !== undefined && (
            <Button onClick={() => onChange(undefined)}>{t('settings.logo.remove')}</Button>
          )}
        </div>
      )}
    </>
  );
}

const mediaType = (logo: string): string => (logo.startsWith('iVBOR') ? 'image/png' : 'image/jpeg');

async function base64(image: Blob): Promise<string> {
  const bytes = new Uint8Array(await image.arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}
