import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import type { OverlayApi } from '../../../../core/overlay-api';
import type { DeskOverlay, Overlay, OverlayAudience, OverlayKind } from '../../../../core/overlay-types';
import { TextField } from '../../../../ui/TextField';
import { SelectField } from '../../SelectField';
import { NumberField } from '../Parts';
import { SaveBar } from '../SaveBar';
import { chosenFrom, isReady, isTemplate, newOverlay, wholeHost } from './overlay-draft';
import { OfferPicker } from './OfferPicker';

const KINDS: readonly OverlayKind[] = ['WMS', 'WMTS', 'WFS', 'FEATURES', 'XYZ'];
const AUDIENCES: readonly OverlayAudience[] = ['PUBLIC', 'STAFF'];

interface OverlayFormProps {
  overlays: OverlayApi;
  item?: DeskOverlay;
  /** Of a new one, among the others. */
  position?: number;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Where a layer stands and how it is shown; its service says what it has. */
export function OverlayForm({ overlays, item, position = 0, onDone, onCancel }: OverlayFormProps) {
  const [draft, setDraft] = useState<Overlay>(() => item?.overlay ?? newOverlay(position));
  const [reason, setReason] = useState('');
  const change = (changed: Partial<Overlay>): void => setDraft((before) => ({ ...before, ...changed }));
  const host = wholeHost(draft);
  return (
    <div class="settings__form">
      <SelectField
        label={t('settings.overlay.kind')}
        value={draft.kind}
        options={KINDS.map((kind) => [kind, t(`settings.overlay.kind.${kind}`)])}
        onChange={(kind) => change({ kind: kind as OverlayKind })}
      />
      <TextField
        label={t('settings.overlay.address')}
        hint={t(isTemplate(draft.kind) ? 'settings.overlay.address.tile' : 'settings.overlay.address.hint')}
        value={draft.address}
        onInput={(address) => change({ address })}
        autofocus
      />
      {host !== null && <p class="settings__hint">{t('settings.overlay.wholeHost', { host })}</p>}
      {draft.kind !== 'XYZ' && (
        <OfferPicker
          key={draft.kind}
          overlays={overlays}
          draft={draft}
          onChoose={(layer) => setDraft((before) => chosenFrom(before, layer))}
        />
      )}
      <Names draft={draft} onChange={change} />
      <Look draft={draft} onChange={change} />
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready={isReady(draft)}
        save={() => overlays.save(draft, reason.trim(), item?.setting.revision ?? 0)}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

interface PartProps {
  draft: Overlay;
  onChange: (changed: Partial<Overlay>) => void;
}

/** What it is called here and there. */
function Names({ draft, onChange }: PartProps) {
  const asked = draft.kind === 'WMS' || draft.kind === 'WFS';
  return (
    <>
      <TextField
        label={t('settings.overlay.titleFr')}
        value={draft.titleFr}
        onInput={(titleFr) => onChange({ titleFr })}
      />
      <TextField
        label={t('settings.overlay.titleEn')}
        value={draft.titleEn}
        onInput={(titleEn) => onChange({ titleEn })}
      />
      {asked && (
        <TextField
          label={t('settings.overlay.layers')}
          value={draft.layers}
          onInput={(layers) => onChange({ layers })}
        />
      )}
      {draft.kind === 'WMS' && (
        <TextField
          label={t('settings.overlay.style')}
          value={draft.style}
          onInput={(style) => onChange({ style })}
        />
      )}
      {draft.kind === 'WMS' && (
        <SelectField
          label={t('settings.overlay.info')}
          value={draft.infoFormat}
          options={['', 'application/json', 'application/geo+json', 'text/plain'].map((format) => [
            format,
            format || t('settings.overlay.info.none'),
          ])}
          onChange={(infoFormat) => onChange({ infoFormat })}
        />
      )}
      <TextField
        label={t('settings.overlay.attribution')}
        value={draft.attribution}
        onInput={(attribution) => onChange({ attribution })}
      />
    </>
  );
}

/** To whom, from which zoom to which, how clearly, and above which others. */
function Look({ draft, onChange }: PartProps) {
  const numbers = [
    ['minZoom', 0, 22],
    ['maxZoom', 0, 22],
    ['opacityPercent', 10, 100],
    ['position', 0, 1000],
  ] as const;
  return (
    <>
      <SelectField
        label={t('settings.overlay.audience')}
        value={draft.audience}
        options={AUDIENCES.map((audience) => [audience, t(`settings.overlay.audience.${audience}`)])}
        onChange={(audience) => onChange({ audience: audience as OverlayAudience })}
      />
      <div class="settings__row">
        {numbers.map(([name, min, max]) => (
          <NumberField
            key={name}
            label={t(`settings.overlay.${name}`)}
            value={draft[name]}
            min={min}
            max={max}
            onInput={(value) => onChange({ [name]: value ?? min } as Partial<Overlay>)}
          />
        ))}
      </div>
    </>
  );
}
