import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import type { OverlayApi } from '../../../../core/overlay-api';
import type { OfferedLayer, Overlay, ServiceOffer } from '../../../../core/overlay-types';
import { Button } from '../../../../ui/Buttons';
import { TextField } from '../../../../ui/TextField';
import { problemWords } from '../../words';

const MOST_ROWS = 40;

interface OfferPickerProps {
  overlays: OverlayApi;
  draft: Overlay;
  onChoose: (layer: OfferedLayer) => void;
}

/** Asks the service what it has; a layer is chosen from its list. What cannot be shown is named with its reason. */
export function OfferPicker({ overlays, draft, onChoose }: OfferPickerProps) {
  const [offer, setOffer] = useState<ServiceOffer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    setBusy(true);
    setOffer(null);
    try {
      setOffer(await overlays.capabilities(draft.kind, draft.address));
      setTrouble(null);
    } catch (cause) {
      setTrouble(problemWords(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="field">
      <div class="settings__row">
        <Button icon="sync" disabled={busy} onClick={() => void read()}>
          {t('settings.overlay.read')}
        </Button>
      </div>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {offer && <Layers offer={offer} chosen={draft.layers} onChoose={onChoose} />}
    </div>
  );
}

interface LayersProps {
  offer: ServiceOffer;
  chosen: string;
  onChoose: (layer: OfferedLayer) => void;
}

function Layers({ offer, chosen, onChoose }: LayersProps) {
  const [wanted, setWanted] = useState('');
  const words = wanted.trim().toLowerCase();
  const found = offer.layers.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(words));
  const more = found.length - MOST_ROWS;
  return (
    <>
      {offer.layers.length > 8 && (
        <TextField label={t('settings.overlay.search')} value={wanted} onInput={setWanted} />
      )}
      <ul class="chooser" aria-label={t('settings.overlay.offered')}>
        {found.slice(0, MOST_ROWS).map((layer) => (
          <li key={layer.name}>
            <button
              type="button"
              aria-pressed={layer.name === chosen}
              disabled={layer.fault !== undefined}
              onClick={() => onChoose(layer)}
            >
              <b>
                <bdi>{layer.title || layer.name}</bdi>
              </b>
              <small>{layer.fault ? t(`settings.overlay.fault.${layer.fault}`) : layer.name}</small>
            </button>
          </li>
        ))}
      </ul>
      {offer.layers.length === 0 && <p class="settings__hint">{t('settings.overlay.offered.none')}</p>}
      {more > 0 && <p class="settings__hint">{t('settings.overlay.offered.more', { n: more })}</p>}
      {!offer.whole && <p class="settings__hint">{t('settings.overlay.offered.cut')}</p>}
    </>
  );
}
