import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Catalogue } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { Glyph } from '../../../ui/Icon';
import { EmptyState } from '../../../ui/Parts';
import { TextField } from '../../../ui/TextField';
import { untilWords } from '../../../ui/Place';
import { showToast } from '../../../ui/Toast';
import { useField } from '../field';
import { mayWork } from '../jobs/JobActions';
import { prepared } from '../photo';
import { go } from '../route';
import { BlobPicture } from '../shell/BlobPicture';
import { CameraButton } from '../shell/CameraButton';
import { TopBar } from '../shell/TopBar';
import { AssetPick } from './AssetPick';
import { confirmed, offered as offeredHere, useAtPlace } from './at-place';
import { Destination, placedAt } from './Destination';
import { change, draft, isComplete, itemsOf, openDraft, startOver } from './draft';
import { PlacePicker } from './PlacePicker';

const REPORT = 'report';

/** What a team sees on its way: photo first, then where, what, and a word. */
export function ReportPage() {
  const { kept, catalogue, shift } = useField();
  const [offered, setOffered] = useState<Catalogue | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void openDraft(kept).finally(() => setReady(true));
    void catalogue().then(setOffered);
  }, []);
  useAtPlace();
  const { text } = draft.value;
  // without network the place's own catalogue is not known: the whole one serves, and the server says what it does not take
  const here = offeredHere.value ?? offered;
  return (
    <>
      <TopBar title={t('field.report')} sub={t('field.report.hint')} />
      {ready && mayWork(shift.account.value?.role) ? (
        <>
          <div class="scroll report">
            <Photos />
            <PlacePicker />
            <Categories offered={here} />
            <AssetPick />
            <Destination anywhere={offered} />
            <TextField
              label={t('field.report.text')}
              value={text}
              onInput={(next) => change(kept, { text: next })}
              multiline
            />
          </div>
          <Send offered={offered} />
        </>
      ) : (
        <div class="scroll">{ready && <EmptyState icon="info" title={t('field.readOnly')} />}</div>
      )}
    </>
  );
}

function Photos() {
  const { kept, darkroom } = useField();
  const { photos } = draft.value;
  const take = async (file: File): Promise<void> => {
    const photo = await prepared(file);
    change(kept, { photos: [...draft.value.photos, photo] });
  };
  const add = (file: File): void => void darkroom.develop({ subject: REPORT, purpose: 'REPORT' }, take(file));
  const remove = (id: string): void =>
    change(kept, { photos: draft.value.photos.filter((photo) => photo.id !== id) });
  return (
    <section class="ba" aria-label={t('field.photos')}>
      {photos.map(({ id, thumbnail, image }) => (
        <figure key={id} class="ba__tile">
          <BlobPicture blob={thumbnail ?? image} alt={t('field.report.photo')} />
          <button
            type="button"
            class="ba__remove"
            aria-label={t('field.photo.remove')}
            onClick={() => remove(id)}
          >
            ×
          </button>
        </figure>
      ))}
      <CameraButton
        class={`ba__add${photos.length === 0 ? ' ba__add--wide' : ''}`}
        label={t('field.photo.take', { word: t('field.report.photo') })}
        word={t(photos.length === 0 ? 'field.report.takePhoto' : 'field.report.morePhoto')}
        onFile={add}
      />
    </section>
  );
}

function Categories({ offered }: { offered: Catalogue | null }) {
  const { kept } = useField();
  const { category } = draft.value;
  return (
    <fieldset class="categories">
      <legend>{t('field.report.category')}</legend>
      {offered === null && <p class="muted">{t('field.report.noCatalogue')}</p>}
      {(offered?.domains ?? [])
        .flatMap(({ categories }) => categories)
        .filter(({ kind }) => kind === 'INCIDENT')
        .map(({ code, name, glyph, messages }) => (
          <label key={code} class="category">
            <input
              type="radio"
              name="category"
              value={code}
              checked={category === code}
              onChange={() => change(kept, { category: code })}
            />
            <Glyph name={glyph} size={24} />
            <span>
              {name}
              {messages?.map((message) => (
                <small key={message.text}>{untilWords(message)}</small>
              ))}
            </span>
          </label>
        ))}
    </fieldset>
  );
}

function Send({ offered }: { offered: Catalogue | null }) {
  const { kept, outbox, retries, darkroom } = useField();
  const [sending, setSending] = useState(false);
  const told = draft.value;
  const refused = isRefused(offered);
  const send = async (): Promise<void> => {
    setSending(true);
    await darkroom.emptied(REPORT);
    try {
      await outbox.add(itemsOf(confirmed(draft.value), nameOf(offered, draft.value.category)));
    } catch {
      showToast(t('field.notWritten'));
      setSending(false);
      return;
    }
    await startOver(kept);
    void retries.now();
    showToast(t('field.report.written'));
    go({ screen: 'sent' });
  };
  return (
    <footer class="f-act">
      {(!isComplete(told) || refused) && (
        <p class="f-act__hint">{t(isComplete(told) ? 'field.report.notHere' : missing())}</p>
      )}
      <Button
        look="primary"
        size="field"
        disabled={sending || refused || !isComplete(told)}
        onClick={() => void send()}
      >
        {t('field.report.send')}
      </Button>
    </footer>
  );
}

/** The place takes no report of this category now; its note says why. */
function isRefused(anywhere: Catalogue | null): boolean {
  const placed = placedAt(anywhere);
  return placed !== null && (!placed.offered || placed.refusal !== null);
}

function missing(): string {
  const { category, position } = draft.value;
  if (position === null) return 'field.report.needPlace';
  return category === null ? 'field.report.needCategory' : 'field.report.needWords';
}

function nameOf(offered: Catalogue | null, code: string | null): string {
  const all = offered?.domains.flatMap(({ categories }) => categories) ?? [];
  return all.find((category) => category.code === code)?.name ?? t('field.report');
}
