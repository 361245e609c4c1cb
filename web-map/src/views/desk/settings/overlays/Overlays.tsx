import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import { OverlayApi } from '../../../../core/overlay-api';
import type { DeskOverlay } from '../../../../core/overlay-types';
import { Button } from '../../../../ui/Buttons';
import { TextField } from '../../../../ui/TextField';
import { LastChange, Section } from '../Parts';
import { SaveBar } from '../SaveBar';
import type { SectionProps } from '../SettingsScreen';
import { useSetting } from '../use-setting';
import { OverlayForm } from './OverlayForm';

interface Work {
  overlays: OverlayApi;
  onDone: () => Promise<void>;
}

/** Which layers of other map services are shown, to whom and how. */
export function Overlays({ api }: SectionProps) {
  const [overlays] = useState(() => new OverlayApi(api.http));
  const loaded = useSetting(() => overlays.list());
  const [adding, setAdding] = useState(false);
  const done = async (): Promise<void> => {
    await loaded.reload();
    setAdding(false);
  };
  const work = { overlays, onDone: done };
  return (
    <Section title={t('settings.overlays')} hint={t('settings.overlays.hint')} loaded={loaded}>
      {({ items }) => (
        <>
          {items.length === 0 && <p class="settings__hint">{t('settings.overlays.none')}</p>}
          {items.map((item) => (
            <OverlayCard key={`${item.overlay.id} ${item.setting.revision}`} item={item} {...work} />
          ))}
          {adding ? (
            <div class="settings__card">
              <h2>{t('settings.overlay.new')}</h2>
              <OverlayForm {...work} position={items.length} onCancel={() => setAdding(false)} />
            </div>
          ) : (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t('settings.overlay.new')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function OverlayCard({ item, ...work }: Work & { item: DeskOverlay }) {
  const { overlay, setting } = item;
  const [act, setAct] = useState<'edit' | 'remove' | null>(null);
  const close = (): void => setAct(null);
  return (
    <div class="settings__card">
      <h2>
        <bdi>{overlay.titleFr}</bdi>
        <span class="tag">{t(`settings.overlay.kind.${overlay.kind}`)}</span>
        <span class="tag">{t(`settings.overlay.audience.${overlay.audience}`)}</span>
      </h2>
      <p class="settings__hint">
        <bdi>{[overlay.address, overlay.layers].filter(Boolean).join(' · ')}</bdi>
      </p>
      <LastChange setting={setting} />
      {act === 'edit' && <OverlayForm {...work} item={item} onCancel={close} />}
      {act === 'remove' && <Remove {...work} item={item} onCancel={close} />}
      {act === null && (
        <div class="settings__row">
          <Button onClick={() => setAct('edit')}>{t('settings.system.edit')}</Button>
          <Button onClick={() => setAct('remove')}>{t('settings.overlay.remove')}</Button>
        </div>
      )}
    </div>
  );
}

function Remove({ overlays, item, onDone, onCancel }: Work & { item: DeskOverlay; onCancel: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <div class="settings__form">
      <p>{t('settings.overlay.remove.what')}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar ready save={() => overlays.remove(item, reason.trim())} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
