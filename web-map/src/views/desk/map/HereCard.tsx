import { assetLabel } from '../../../core/assets';
import { distance } from '../../../core/distance';
import type { NearAsset, PlaceSheet, Works } from '../../../core/here-types';
import { t } from '../../../core/i18n';
import type { DeskCard } from '../../../core/staff-types';
import { day, dayAndClock } from '../../../core/time';
import { Button, IconButton } from '../../../ui/Buttons';
import { StateDot } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import { assetHash } from '../address-bar';
import type { Desk } from '../desk';
import { tied } from '../words';
import { METRES_AROUND, type Here } from './here';

/** Everything about the place that was clicked: who serves it, what stands there, what was reported. */
export function HereCard({ desk, here }: { desk: Desk; here: Here }) {
  const position = here.position.value;
  if (!position) return null;
  const sheet = here.sheet.value;
  return (
    <section class="stack here" aria-label={t('here.title')} aria-busy={here.busy.value}>
      <header>
        <h2>{here.address.answer.value ?? t('here.title')}</h2>
        <IconButton icon="close" label={t('ui.close')} onClick={() => here.close()} />
      </header>
      {here.trouble.value && (
        <p class="trouble" role="alert">
          {here.trouble.value}
        </p>
      )}
      {sheet && <Served sheet={sheet} />}
      {sheet && sheet.works.length > 0 && <Announced works={sheet.works} />}
      {desk.rights.direct && sheet?.inside && (
        <Button
          icon="phone"
          onClick={() => {
            here.close();
            desk.call.open();
            // a call that was put aside keeps its own place
            if (!desk.call.draft.value.position) void desk.call.point(position);
          }}
        >
          {t('here.call')}
        </Button>
      )}
      {sheet && sheet.assets.length > 0 && <Assets assets={sheet.assets} />}
      {sheet && <Reported desk={desk} here={here} sheet={sheet} />}
    </section>
  );
}

function Served({ sheet }: { sheet: PlaceSheet }) {
  const { sector, defaultTeam, grounds } = sheet;
  return (
    <div class="here__served">
      {sector && (
        <p>
          <b>{t('here.sector', { name: sector.name, version: sector.version })}</b>
          {defaultTeam && <span> {tied(`${defaultTeam.code}, ${defaultTeam.name}`)}</span>}
        </p>
      )}
      <p class="here__why">{sheet.why}</p>
      {grounds.length > 0 && <p class="here__why">{t('here.grounds', { names: grounds.join(', ') })}</p>}
    </div>
  );
}

function Announced({ works }: { works: readonly Works[] }) {
  return (
    <>
      <h3>{t('here.works')}</h3>
      <ul class="here__works">
        {works.map((each) => (
          <li key={each.id}>
            {each.text}
            <small>
              <b>{t(each.current ? 'here.works.current' : 'here.works.planned')}</b>{' '}
              {t('here.works.period', {
                ground: each.ground,
                from: dayAndClock(each.startsAt),
                until: dayAndClock(each.endsAt),
              })}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function Assets({ assets }: { assets: readonly NearAsset[] }) {
  return (
    <>
      <h3>{t('here.assets')}</h3>
      <ul class="here__assets">
        {assets.map((asset) => (
          <li key={asset.id}>
            <a href={assetHash(asset)} title={t('asset.history', { asset: assetLabel(asset) })}>
              <b>{asset.code}</b> {asset.name || asset.kind}
            </a>
            <span class="here__far">{distance(asset.distanceMetres)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Reported({ desk, here, sheet }: { desk: Desk; here: Here; sheet: PlaceSheet }) {
  const { open, settled, more } = sheet.count;
  return (
    <>
      <h3>{t('here.reported', { metres: distance(METRES_AROUND) })}</h3>
      <p class="here__count">
        {open + settled === 0 ? t('here.none') : t(more ? 'here.many' : 'here.count', { open, settled })}
      </p>
      {here.items.value.map((card) => (
        <Line key={card.id} card={card} onOpen={() => desk.open(card.id)} />
      ))}
      {here.next.value !== undefined && (
        <Button onClick={() => void here.more()} disabled={here.busy.value}>
          {t('here.more')}
        </Button>
      )}
    </>
  );
}

function Line({ card, onOpen }: { card: DeskCard; onOpen: () => void }) {
  return (
    <button type="button" class="here__line" onClick={onOpen}>
      <Ring spec={card} size={30} />
      <span>
        {card.title}
        <small>{day(card.receivedAt)}</small>
      </span>
      <StateDot state={card.state} />
    </button>
  );
}
