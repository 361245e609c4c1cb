import { t } from '../../../core/i18n';
import { promiseLength } from '../../../core/time';
import type { Caller } from '../../../core/staff-types';
import type { Category, Danger } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Glyph, Icon } from '../../../ui/Icon';
import { DueBadge } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import type { Desk } from '../desk';
import { categoryOf } from './category';
import { shortNumber, tied } from '../words';

/** Beside the call: what the subject means, who the caller is, and the keys. */
export function CallAside({ desk }: { desk: Desk }) {
  const { call } = desk;
  const { category, phone } = call.draft.value;
  const found = categoryOf(desk.catalogue.value, category);
  return (
    <aside class="pane pane--aside" aria-label={t('call.aside')}>
      <About category={found} danger={call.draft.value.danger} />
      <Why desk={desk} />
      <div aria-live="polite">
        {call.callers.answer.value?.map((caller, index) => (
          <KnownCaller key={index} desk={desk} caller={caller} phone={phone} />
        ))}
        {call.callers.answer.value?.length === 0 && (
          <section class="box">
            <p class="muted">{t('call.unknown')}</p>
          </section>
        )}
      </div>
      <Keys desk={desk} />
      <p class="aside__foot">{t('call.keeps')}</p>
    </aside>
  );
}

function About({ category, danger }: { category: Category | undefined; danger: Danger | null }) {
  if (!category) {
    return (
      <section class="box">
        <h2>
          <Icon name="info" size={16} />
          {t('call.about')}
        </h2>
        <p class="muted">{t('call.aboutWait')}</p>
      </section>
    );
  }
  return (
    <section class="box">
      <h2>
        <Glyph name={category.glyph} size={16} />
        {category.name}
        <small>{category.service}</small>
      </h2>
      <dl class="aside__promises">
        {category.promises.map((promise) => (
          <div key={promise.commitment}>
            <dt>{t(`commitment.${promise.commitment}`)}</dt>
            <dd>{promiseLength(promise)}</dd>
          </div>
        ))}
      </dl>
      {(category.urgent || danger === 'IMMEDIATE') && (
        <p class="notice">
          <Icon name="info" />
          {t(danger === 'IMMEDIATE' ? 'call.danger' : 'call.urgent')}
        </p>
      )}
      {category.private && <p class="muted">{t('call.private')}</p>}
    </section>
  );
}

/** Every rule that decided where it goes, in its own words. */
function Why({ desk }: { desk: Desk }) {
  const { call } = desk;
  const located = call.draft.value.position ? call.located.answer.value : null;
  if (!located?.inside) return null;
  const reasons = [
    located.placement.sentence,
    located.organisation?.sentence,
    call.draft.value.category ? located.team?.sentence : undefined,
  ];
  return (
    <section class="box">
      <h2>
        <Icon name="route" size={16} />
        {t('call.why')}
      </h2>
      <ul class="why">
        {reasons.filter(Boolean).map((reason) => (
          <li key={reason}>{tied(reason ?? '')}</li>
        ))}
      </ul>
    </section>
  );
}

function KnownCaller({ desk, caller, phone }: { desk: Desk; caller: Caller; phone: string }) {
  const { call } = desk;
  const known = {
    name: caller.name ?? '',
    email: caller.email ?? '',
    requesterType: caller.type ?? 'PERSON',
    organisation: caller.organisation ?? '',
  };
  const draft = call.draft.value;
  const used = (Object.keys(known) as (keyof typeof known)[]).every((field) => draft[field] === known[field]);
  return (
    <section class="box">
      <h2>
        <Icon name="user" size={16} />
        <bdi>{[caller.name, caller.organisation].filter(Boolean).join(', ')}</bdi>
        <small>{t('call.known', { phone })}</small>
      </h2>
      {!used && (
        <Button size="small" onClick={() => call.set(known)}>
          {t('call.use')}
        </Button>
      )}
      <ul class="earlier" aria-label={t('call.history')}>
        {caller.requests.slice(0, 5).map((card) => (
          <li key={card.id}>
            <Ring spec={card} size={30} />
            <span>
              <b>
                <bdi>{card.title}</bdi>
              </b>
              <small>
                {shortNumber(card.number)}, <bdi>{card.address}</bdi>
              </small>
            </span>
            <DueBadge ring={card.ring} now={now.value} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const KEYS: readonly (readonly [keys: readonly string[], words: string])[] = [
  [['Tab'], 'call.key.tab'],
  [['Ctrl', '↵'], 'call.key.save'],
  [['Alt', 'D'], 'call.key.same'],
  [['Alt', 'P'], 'call.key.high'],
  [['Esc'], 'call.key.draft'],
];

function Keys({ desk }: { desk: Desk }) {
  return (
    <section class="box box--last">
      <h2>
        {t('call.keys')}
        <Button size="small" look="quiet" onClick={() => (desk.helpOpen.value = true)}>
          {t('call.all')}
        </Button>
      </h2>
      <ul class="aside__keys">
        {KEYS.map(([keys, words]) => (
          <li key={words}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {t(words)}
          </li>
        ))}
      </ul>
    </section>
  );
}
