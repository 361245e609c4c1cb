import { useState } from 'preact/hooks';
import { present } from '../../../core/clock';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import { Problem } from '../../../core/problem';
import type { WhereApi } from '../../../core/where-api';
import type { CatalogueNames, Grounds, Offer } from '../../../core/where-types';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SaveBar } from '../settings/SaveBar';
import { AboutField, type About } from './AboutField';
import { isComplete, settled } from './ground-choice';
import { GroundField } from './GroundField';
import { isPeriod, PeriodFields } from './PeriodFields';
import { scopeDraft, type ScopeDraft } from './scope-draft';

interface OfferFormProps {
  desk: Desk;
  api: WhereApi;
  grounds: Grounds;
  catalogue: CatalogueNames;
  about: About;
  offer?: Offer;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Offers a domain or a category somewhere from a day on. */
export function OfferForm({ desk, api, grounds, catalogue, about, offer, onDone, onCancel }: OfferFormProps) {
  const [id] = useState(() => offer?.id ?? newId());
  const [draft, setDraft] = useState(() => scopeDraft(present(), about, offer));
  const leaves = useLeavesNothing();
  const set = (part: Partial<ScopeDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const reason = draft.reason.trim();
    const ground = await settled(draft.ground, api, reason);
    const { from, until } = draft;
    const change = { ...draft.about, ...ground, from, until: until || undefined, reason };
    await leaves.watch((confirmed) =>
      api.saveOffer(id, { ...change, confirmed }, offer?.setting.revision ?? 0),
    );
  };
  const named = draft.about.domain !== undefined || draft.about.category !== undefined;
  return (
    <div class="settings__form">
      <AboutField catalogue={catalogue} about={draft.about} onChange={(next) => set({ about: next })} />
      <GroundField
        desk={desk}
        grounds={grounds}
        choice={draft.ground}
        onChange={(ground) => set({ ground })}
      />
      <PeriodFields open from={draft.from} until={draft.until} onChange={set} />
      <p class="settings__hint">{t('where.offer.only')}</p>
      <TextField label={t('settings.reason')} value={draft.reason} onInput={(reason) => set({ reason })} />
      {leaves.field}
      <SaveBar
        ready={named && isComplete(draft.ground) && isPeriod(draft, true)}
        save={save}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

/** When the server says that a place would be left with nothing, it may be confirmed. */
export function useLeavesNothing() {
  const [asked, setAsked] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const watch = async <T,>(change: (confirmed: boolean) => Promise<T>): Promise<T> => {
    try {
      return await change(confirmed);
    } catch (cause) {
      if (cause instanceof Problem && cause.slug === 'offer-leaves-nothing') setAsked(true);
      throw cause;
    }
  };
  const field = asked && (
    <label class="settings__check">
      <input
        type="checkbox"
        checked={confirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
      {t('where.offer.confirm')}
    </label>
  );
  return { watch, field };
}
