import { useId, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { useApp } from '../app';
import { copyText } from '../clipboard';
import { FRAME_THEMES, frameMarkup, writeEmbed, type FrameTheme } from '../embed/embed-address';
import { Modal } from '../Modal';
import { writeAddress, type Filters, type MapView } from './page-address';

interface ShareProps {
  filters: Filters;
  view: MapView | null;
  layers: readonly string[];
  onClose: () => void;
}

/** What is looked at, as a link and as a map for another page. */
export function ShareDialog({ filters, view, layers, onClose }: ShareProps) {
  const { base, jurisdiction, locale } = useApp();
  const [theme, setTheme] = useState<FrameTheme>('auto');
  const town = `${location.origin}${base}`;
  const link = `${town}/${writeAddress({ filters, sort: 'received', view, layers, request: null })}`;
  const frame = `${town}/embed${writeEmbed({ filters, view, layers, theme, lang: locale })}`;
  const markup = frameMarkup(frame, t('public.title', { place: jurisdiction.name }));
  return (
    <Modal label={t('share.view')} onClose={onClose}>
      <div class="modal__form">
        <h2>{t('share.view')}</h2>
        <Copied label={t('share.link')} text={link} />
        <Button icon="copy" onClick={() => void copyText(link, t('card.copied'))}>
          {t('card.copyLink')}
        </Button>
        <hr class="modal__rule share__rule" />
        <ThemeChoice theme={theme} onChoose={setTheme} />
        <Copied label={t('share.frame')} hint={t('share.frameHint')} text={markup} rows={5} />
        <Button icon="copy" onClick={() => void copyText(markup, t('share.frameCopied'))}>
          {t('share.copyFrame')}
        </Button>
        <a class="btn" href={frame} target="_blank" rel="noopener">
          {t('share.tryFrame')}
        </a>
      </div>
    </Modal>
  );
}

/** Chosen as a whole as soon as it has the focus, for who copies by hand. */
function Copied({
  label,
  text,
  hint,
  rows = 2,
}: {
  label: string;
  text: string;
  hint?: string;
  rows?: number;
}) {
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="field__input share__text"
        rows={rows}
        value={text}
        readOnly
        spellcheck={false}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function ThemeChoice({ theme, onChoose }: { theme: FrameTheme; onChoose: (theme: FrameTheme) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t('share.theme')}
      </label>
      <select
        id={id}
        class="field__input"
        value={theme}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as FrameTheme)}
      >
        {FRAME_THEMES.map((one) => (
          <option key={one} value={one}>
            {t(`theme.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
