import { useState } from 'preact/hooks';
import { assetLabel } from '../../../core/assets';
import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { ago } from '../../../core/time';
import type { DeskDetail } from '../../../core/staff-types';
import type { PhotoRef } from '../../../core/types';
import { Button, IconButton } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { PhotoTile } from '../../../ui/Parts';
import { ProcessPart } from '../../../ui/ProcessPart';
import { categoryName } from '../acts';
import { assetHash } from '../address-bar';
import type { Desk } from '../desk';
import { Following } from '../following/Following';
import { toggle } from '../run-command';
import { initials, maskedEmail, maskedPhone, reasonWords } from '../words';

/** What was said and shown, by whom, where it lies, and who has it. */
export function Facts({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  return (
    <div class="facts">
      <div class={`facts__what${detail.photos.length > 0 ? '' : ' facts__what--plain'}`}>
        {detail.photos.length > 0 && <Photos photos={detail.photos} />}
        <div>
          {detail.description && <p>{t('request.words', { words: detail.description })}</p>}
          <p class="muted">{filedWords(desk, detail)}</p>
        </div>
      </div>
      {detail.process && <ProcessPart process={detail.process} />}
      {detail.placement.sentence && (
        <p class="facts__place">
          <Icon name="pin" size={16} />
          <span>{placementWords(detail)}</span>
        </p>
      )}
      {detail.asset && <About asset={detail.asset} />}
      <Contact detail={detail} />
      <Following desk={desk} detail={detail} />
      <Team desk={desk} detail={detail} />
    </div>
  );
}

/** The thing of the town that it is about; a click tells all that was reported of it. */
function About({ asset }: { asset: NonNullable<DeskDetail['asset']> }) {
  const label = assetLabel(asset);
  return (
    <p class="facts__place">
      <Icon name="info" size={16} />
      <span>
        <a href={assetHash(asset)} title={t('asset.history', { asset: label })}>
          {label}
        </a>
        {asset.name && ` ${asset.name}`}
        {asset.retired && ` (${t('asset.retired')})`}
      </span>
    </p>
  );
}

function filedWords(desk: Desk, detail: DeskDetail): string {
  const category = categoryName(desk, detail.category) || detail.title;
  const { process } = detail;
  // renamed since: what it was received as keeps its meaning
  const before =
    process && process.name !== category
      ? t('questions.asked', { name: process.name, n: String(process.version) })
      : '';
  return [t('request.filed', { category }), detail.service, before].filter(Boolean).join(' ');
}

/** The server's sentence, with the distance to the edge and the version where it does not say them. */
export function placementWords({ placement }: DeskDetail): string {
  const { sentence, metresToEdge, sectorVersion } = placement;
  const edge = metresToEdge === undefined ? '' : distance(metresToEdge);
  return [
    /[.!?]$/.test(sentence) ? sentence : `${sentence}.`,
    edge === '' || /\d\s?(m|km)\b/.test(sentence) ? '' : t('request.edge', { distance: edge }),
    sectorVersion === undefined || /version/i.test(sentence)
      ? ''
      : t('request.version', { n: sectorVersion }),
  ]
    .filter(Boolean)
    .join(' ');
}

const ALT = { REPORT: 'request.photo', BEFORE: 'request.photoBefore', AFTER: 'request.photoAfter' };

function Photos({ photos }: { photos: readonly PhotoRef[] }) {
  return (
    <div class="facts__photos">
      {photos.map((photo) => (
        <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
          <PhotoTile photo={photo} alt={t(ALT[photo.purpose])} />
        </a>
      ))}
    </div>
  );
}

function Contact({ detail }: { detail: DeskDetail }) {
  const [revealed, setRevealed] = useState(false);
  const { contact } = detail;
  if (!contact || !(contact.name || contact.phone || contact.email || contact.organisation)) {
    return (
      <div class="who">
        <Icon name="user" />
        <span>
          <b>{t('contact.anonymous')}</b>
          <small>{t('contact.none')}</small>
        </span>
      </div>
    );
  }
  const { name, phone, email, requestsThisYear, organisation } = contact;
  const type = contact.type && contact.type !== 'PERSON' ? t(`requester.${contact.type}`) : '';
  // masked, one way is enough to recognise the person
  const ways = revealed ? [phone, email] : [phone ? maskedPhone(phone) : email && maskedEmail(email)];
  const year = requestsThisYear === undefined ? [] : [t('contact.requests', { n: requestsThisYear })];
  return (
    <div class="who">
      <span class="avatar avatar--soft">
        {initials(name || organisation || '') || <Icon name="user" size={16} />}
      </span>
      <span>
        <b>
          <bdi>{name || organisation || t('contact.anonymous')}</bdi>
        </b>
        {type && (
          <small>
            <bdi>{name && organisation ? t('requester.of', { type, organisation }) : type}</bdi>
          </small>
        )}
        <small>
          <bdi>{[...ways.filter(Boolean), ...year].join(', ')}</bdi>
        </small>
      </span>
      <span class="who__acts">
        <IconButton
          icon={revealed ? 'lock' : 'eye'}
          label={t(revealed ? 'contact.hide' : 'contact.reveal')}
          aria-pressed={revealed}
          onClick={() => setRevealed(!revealed)}
        />
        {phone && (
          <a class="btn btn--small" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            <Icon name="phone" size={16} />
            {t('contact.call')}
          </a>
        )}
      </span>
    </div>
  );
}

function Team({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const { team, job, assignment } = detail;
  if (!team) return null;
  const reason = assignment?.reason || reasonWords(assignment?.rule ?? '', detail.sector?.name);
  return (
    <div class="who">
      <span class="avatar">{team.code}</span>
      <span>
        <b>{team.name}</b>
        <small>{[job && jobWords(job), reason].filter(Boolean).join(', ')}</small>
      </span>
      {desk.rights.direct && (
        <Button size="small" onClick={() => toggle(desk, 'assign')}>
          <Icon name="swap" size={16} />
          {t('job.reassign')}
        </Button>
      )}
    </div>
  );
}

function jobWords(job: NonNullable<DeskDetail['job']>): string {
  const at = {
    OFFERED: job.offeredAt,
    ACCEPTED: job.acceptedAt,
    EN_ROUTE: job.enRouteAt,
    ON_SITE: job.onSiteAt,
    DONE: job.endedAt,
    IMPOSSIBLE: job.endedAt,
    WITHDRAWN: job.endedAt,
  }[job.step];
  const step = t(`job.step.${job.step}`);
  return at === undefined ? step : t('job.since', { step, ago: ago(at, now.value) });
}
