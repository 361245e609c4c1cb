import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { Glyph, Icon } from '../../../ui/Icon';
import { RequesterFields } from '../../../ui/RequesterFields';
import { TextField } from '../../../ui/TextField';
import { StopNotes } from '../../../ui/Place';
import { CallFirst } from './DangerPart';
import { EdgeNote } from './EdgeNote';
import { MiniMap } from './MiniMap';
import { PromisedBox } from './PromisedBox';
import type { Report } from './report';
import { Picture } from './StepPhoto';

/** Everything once more, with who will answer and when, before it is sent. */
export function StepReview({ report }: { report: Report }) {
  const { photos, address, position, text } = report.draft.value;
  const found = report.placed.value;
  const located = report.here.located.value;
  const edge = report.edge.value;
  const first = photos[0];
  return (
    <>
      <div class="report__pane report__pane--grow">
        <div class="summary">
          {first ? (
            <Picture photo={first} className="summary__photo" />
          ) : (
            <span class="summary__photo">{found && <Glyph name={found.category.glyph} size={32} />}</span>
          )}
          <div>
            <b>{found?.category.name}</b>
            <p>
              <bdi>{text}</bdi>
            </p>
            <button type="button" class="link summary__edit" onClick={() => report.goTo('what')}>
              {t('report.review.edit')}
            </button>
          </div>
        </div>
        {position && found && <MiniMap position={position} glyph={found.category.glyph} />}
        <p class="summary__place">
          <Icon name="pin" size={18} />
          <b>
            <bdi>{address || t('report.review.noAddress')}</bdi>
          </b>
          {located?.sector && <span>{t('report.review.sector', { sector: located.sector.name })}</span>}
          <button type="button" class="link summary__edit" onClick={() => report.goTo('where')}>
            {t('report.review.move')}
          </button>
        </p>
        {edge && <EdgeNote edge={edge} onChoose={(sectorChoice) => report.change({ sectorChoice })} />}
        {found && <StopNotes placed={found} />}
        {report.danger.value === 'IMMEDIATE' && <CallFirst urgent={located?.urgent ?? false} />}
        {found && <PromisedBox found={found} located={located} />}
        <Contact report={report} service={located?.service ?? found?.category.service ?? ''} />
        {found?.category.private && (
          <p class="notice">
            <Icon name="lock" size={18} />
            <span>{t('report.what.private')}</span>
          </p>
        )}
        {photos.length > 0 && !found?.category.private && <Consent report={report} />}
      </div>
      <Send report={report} />
    </>
  );
}

function Contact({ report, service }: { report: Report; service: string }) {
  return (
    <div class="contact">
      <TextField
        label={t('report.contact.label')}
        value={report.draft.value.contact}
        onInput={(contact) => {
          report.errors.value = {};
          report.change({ contact });
        }}
        placeholder={t('report.contact.placeholder')}
        autocomplete="email"
        name="contact"
        error={report.errors.value['contact']}
      />
      <p class="contact__who">
        <Icon name="lock" size={15} />
        {t('report.contact.who', { service })}
      </p>
      <Behalf report={report} />
    </div>
  );
}

/** Most people ask in their own name: the rest is one line until somebody wants it. */
function Behalf({ report }: { report: Report }) {
  const { requesterType, organisation } = report.draft.value;
  const [open, setOpen] = useState(requesterType !== 'PERSON');
  if (!open)
    return (
      <button type="button" class="link contact__behalf" onClick={() => setOpen(true)}>
        {t('requester.open')}
      </button>
    );
  return (
    <div class="contact__behalf">
      <RequesterFields
        type={requesterType}
        organisation={organisation}
        onChange={(change) => report.change(change)}
      />
    </div>
  );
}

function Consent({ report }: { report: Report }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={report.draft.value.publishPhotos}
        onChange={({ currentTarget }) => report.change({ publishPhotos: currentTarget.checked })}
      />
      {t('report.review.publish')}
    </label>
  );
}

function Send({ report }: { report: Report }) {
  return (
    <footer class="report__foot report__foot--line">
      {report.problem.value && (
        <p class="report__problem" role="alert">
          {report.problem.value}
        </p>
      )}
      <Button
        look="primary"
        size="big"
        block
        aria-busy={report.sending.value}
        disabled={report.sending.value}
        onClick={() => void report.submit()}
      >
        {t(report.sending.value ? 'report.sending' : 'report.send')}
      </Button>
    </footer>
  );
}
