import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Grounds, Offer, Offers as Read } from '../../../core/where-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { LastChange, Section } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { useSetting } from '../settings/use-setting';
import type { About } from './AboutField';
import { EditOrRemove } from './EditOrRemove';
import { groundName } from './ground-choice';
import { OfferForm, useLeavesNothing } from './OfferForm';
import { periodWords } from './PeriodFields';
import { TryPoint } from './TryPoint';
import type { SectionProps } from './WhereScreen';

/** Which domains and categories may be reported where, from when until when. */
export function Offers({ desk, api }: SectionProps) {
  const loaded = useSetting<{ offers: Read; grounds: Grounds }>(async () => {
    const [offers, grounds] = await Promise.all([api.offers(), api.grounds()]);
    return { offers, grounds };
  });
  return (
    <Section title={t('where.offers')} hint={t('where.offers.hint')} loaded={loaded}>
      {({ offers, grounds }) => (
        <>
          {offers.domains.map((domain) => (
            <DomainCard
              key={domain.code}
              desk={desk}
              api={api}
              offers={offers}
              grounds={grounds}
              domain={domain}
              onDone={loaded.reload}
            />
          ))}
          <TryPoint desk={desk} api={api} shows="offers" />
        </>
      )}
    </Section>
  );
}

interface CardProps extends SectionProps {
  offers: Read;
  grounds: Grounds;
  domain: Read['domains'][number];
  onDone: () => Promise<void>;
}

function DomainCard(props: CardProps) {
  const { offers, domain } = props;
  const own = domain.categories.filter(({ code }) => offers.items.some(({ category }) => category === code));
  return (
    <div class="settings__card">
      <h2>
        <bdi>{domain.name}</bdi>
      </h2>
      <Line
        {...props}
        about={{ domain: domain.code }}
        name={t('where.wholeDomain', { domain: domain.name })}
        otherwise={t('where.offer.always')}
      />
      <details class="where__typed" open={own.length > 0}>
        <summary>
          {t('where.offer.categories', { n: domain.categories.length })}
          {own.length > 0 && `, ${t('where.offer.own', { n: own.length })}`}
        </summary>
        <ul class="where__list">
          {domain.categories.map(({ code, name }) => (
            <li key={code}>
              <Line {...props} about={{ category: code }} name={name} otherwise={t('where.offer.asDomain')} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface LineProps extends CardProps {
  about: About;
  name: string;
  /** What holds while nothing is told for it. */
  otherwise: string;
}

/** What is told for one domain or category, and the way to tell more. */
function Line({ desk, api, offers, grounds, about, name, otherwise, onDone }: LineProps) {
  const [open, setOpen] = useState<string | null>(null);
  const told = offers.items.filter(
    (offer) => offer.domain === about.domain && offer.category === about.category,
  );
  const done = async (): Promise<void> => {
    await onDone();
    setOpen(null);
  };
  const form = (offer?: Offer) => (
    <OfferForm
      desk={desk}
      api={api}
      grounds={grounds}
      catalogue={offers}
      about={about}
      {...(offer ? { offer } : {})}
      onDone={done}
      onCancel={() => setOpen(null)}
    />
  );
  return (
    <div class="where__line">
      <b>{name}</b>
      {told.length === 0 && <span class="settings__hint">{otherwise}</span>}
      {told.map((offer) => (
        <div key={`${offer.id} ${offer.setting.revision}`} class="where__told">
          <Told offer={offer} grounds={grounds} />
          {open === offer.id && form(offer)}
          {open === `end ${offer.id}` && (
            <Removal api={api} offer={offer} onDone={done} onCancel={() => setOpen(null)} />
          )}
          {desk.rights.rule && open === null && (
            <EditOrRemove
              about={name}
              onEdit={() => setOpen(offer.id)}
              onRemove={() => setOpen(`end ${offer.id}`)}
            />
          )}
        </div>
      ))}
      {open === 'new'
        ? form()
        : desk.rights.rule &&
          open === null && (
            <Button
              size="small"
              icon="plus"
              aria-label={t('where.offer.newOf', { name })}
              onClick={() => setOpen('new')}
            >
              {t('where.offer.new')}
            </Button>
          )}
    </div>
  );
}

function Told({ offer, grounds }: { offer: Offer; grounds: Grounds }) {
  return (
    <>
      <p>
        <bdi>{groundName(grounds, offer.groundId) ?? t('where.everywhere')}</bdi>
        {', '}
        {periodWords(offer.startsAt, offer.endsAt)}
      </p>
      <LastChange setting={offer.setting} />
    </>
  );
}

interface RemovalProps {
  api: SectionProps['api'];
  offer: Offer;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

function Removal({ api, offer, onDone, onCancel }: RemovalProps) {
  const [reason, setReason] = useState('');
  const leaves = useLeavesNothing();
  return (
    <div class="settings__form">
      <p>{t('where.offer.remove.what')}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      {leaves.field}
      <SaveBar
        ready
        save={() =>
          leaves.watch((confirmed) =>
            api.removeOffer(offer.id, { reason: reason.trim(), confirmed }, offer.setting.revision),
          )
        }
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
