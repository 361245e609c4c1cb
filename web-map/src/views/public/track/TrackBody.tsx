import { t } from '../../../core/i18n';
import { day } from '../../../core/time';
import type { PhotoRef, TrackedRequest } from '../../../core/types';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { PhotoTile, StateDot, Timeline } from '../../../ui/Parts';
import { BigRing } from '../../../ui/Ring';
import { promiseWords, timelineOf } from '../promise';
import { narrow } from '../layout';
import { useApp } from '../app';
import { LanguageSwitch, ThemeToggle } from '../browse/Menu';
import { Afterwards } from './Afterwards';
import { Messages } from './Messages';

interface BodyProps {
  request: TrackedRequest;
  token: string;
  onChanged: () => void;
}

export function TrackBody({ request, token, onChanged }: BodyProps) {
  const { base } = useApp();
  return (
    <div class="track__body">
      <Headline request={request} />
      <section class="track__steps" aria-label={t('card.timeline')}>
        <Timeline steps={timelineOf(request, now.value)} />
      </section>
      <Photos request={request} />
      <Afterwards request={request} token={token} onChanged={onChanged} />
      <Messages request={request} token={token} onChanged={onChanged} />
      <Notify contact={request.contact} />
      {narrow.value && (
        <p class="track__foot">
          <LanguageSwitch />
          <ThemeToggle />
        </p>
      )}
      {narrow.value && (
        <a class="btn btn--block" href={`${base}/?request=${encodeURIComponent(request.number)}`}>
          <Icon name="map" />
          {t('public.place')}
        </a>
      )}
    </div>
  );
}

/** The ring is the headline. */
function Headline({ request }: { request: TrackedRequest }) {
  const { level, value, unit, title, detail } = promiseWords(request, now.value);
  const size = narrow.value ? 96 : 132;
  return (
    <header class="track__hero">
      <BigRing left={request.ring.left ?? 0} level={level} size={size} text={value} unit={unit} width={9} />
      <div>
        <StateDot state={request.state} />
        <h1>{title}</h1>
        <p>
          <bdi>{t('track.detail', { title: request.title, address: request.address })}</bdi>
          {detail && ` ${detail}.`}
        </p>
      </div>
    </header>
  );
}

const DONE = ['RESOLVED', 'CLOSED', 'REJECTED', 'DUPLICATE'];

/** Before and after, side by side; what is missing says that it is to come. */
function Photos({ request }: { request: TrackedRequest }) {
  const { photos, title, receivedAt, state } = request;
  const after = photos.some(({ purpose }) => purpose === 'AFTER');
  const expected = !after && !DONE.includes(state);
  if (photos.length === 0) return null;
  const caption = ({ purpose }: PhotoRef): string =>
    purpose === 'REPORT'
      ? t('track.photoYours', { day: day(receivedAt, now.value) })
      : t(purpose === 'BEFORE' ? 'track.photoBefore' : 'track.photoAfter');
  return (
    <section class="track__photos" aria-label={t('track.photos')}>
      {photos.map((photo) => (
        <PhotoTile
          key={photo.id}
          photo={photo}
          full
          alt={t('card.photoAlt', { title })}
          caption={caption(photo)}
        />
      ))}
      {expected && (
        <p class="track__to-come">
          <Icon name="camera" size={24} />
          {t('track.afterToCome')}
        </p>
      )}
    </section>
  );
}

/** How news reach the reporter; what was left when reporting is what counts. */
function Notify({ contact }: { contact: TrackedRequest['contact'] }) {
  const ways = [
    contact.emailMasked && { name: t('track.email'), at: contact.emailMasked },
    contact.phoneMasked && { name: t('track.sms'), at: contact.phoneMasked },
  ].filter((way) => typeof way === 'object');
  return (
    <section class="track__notify">
      <h2>{t('track.notify')}</h2>
      {ways.length === 0 && <p class="muted">{t('track.noContact')}</p>}
      {ways.map(({ name, at }) => (
        <span key={name} class="chip chip--on">
          <Icon name="check" size={16} />
          {name}
          <bdi class="track__contact">{at}</bdi>
        </span>
      ))}
    </section>
  );
}
