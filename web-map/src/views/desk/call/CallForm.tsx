import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Located } from '../../../core/place-types';
import type { Channel, Registered } from '../../../core/types';
import { Button, Chip, IconButton } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import type { Desk } from '../desk';
import { CALL_CHANNELS, isEmpty } from '../draft';
import { categoryOf } from './category';
import { closeCall } from '../run-command';
import { promiseWords } from '../words';
import { CallTimer } from './CallTimer';
import { Duplicates } from './Duplicates';
import { sameProblem } from './same-problem';
import { What } from './What';
import { Where } from './Where';
import { Who } from './Who';
import '../call.css';

/** Where, what is known there, what, who: in the order of a call, and all of it by keyboard. */
export function CallForm({ desk }: { desk: Desk }) {
  const { call } = desk;
  const save = async (): Promise<void> => {
    const registered = await call.save();
    if (registered) saved(desk, registered);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = commandIn(event);
    if (!act) return;
    event.preventDefault();
    if (act === 'save') void save();
    else if (act === 'high')
      call.set({ chosenPriority: call.draft.value.chosenPriority === 'HIGH' ? null : 'HIGH' });
    else {
      const first = call.nearby.answer.value?.items[0];
      if (first) void sameProblem(desk, first);
    }
  };
  return (
    <section class="pane pane--call" aria-label={t('call.title')}>
      <CallHead desk={desk} />
      <form
        class="call"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={onKeyDown}
      >
        <div class="call__fields">
          <Where desk={desk} />
          <Duplicates desk={desk} />
          <What desk={desk} />
          <Who desk={desk} />
        </div>
        <CallFoot desk={desk} />
      </form>
    </section>
  );
}

function commandIn({ key, ctrlKey, metaKey, altKey, code }: KeyboardEvent): 'save' | 'high' | 'same' | null {
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'save';
  // by its place on the keyboard: with Alt, the letter itself differs between systems
  if (altKey && (code === 'KeyP' || key.toLowerCase() === 'p')) return 'high';
  if (altKey && (code === 'KeyD' || key.toLowerCase() === 'd')) return 'same';
  return null;
}

/** The queue, its filters and the map stay as they are; only the new request is opened. */
function saved(desk: Desk, { id, number, team, service }: Registered): void {
  showToast(team ? t('call.savedTeam', { number, code: team.code }) : t('call.saved', { number, service }));
  desk.open(id);
}

function CallHead({ desk }: { desk: Desk }) {
  const { call } = desk;
  const { channel, startedAt } = call.draft.value;
  const choose = (chosen: Channel): void => call.set({ channel: chosen });
  return (
    <header class="call__head">
      <div class="call__title">
        <Icon name={channel === 'PHONE' ? 'phone' : 'mail'} />
        <h2>{t(channel === 'PHONE' ? 'call.title' : 'call.titleOther')}</h2>
        {channel === 'PHONE' && <CallTimer since={startedAt} />}
        <span class="call__out">
          {!isEmpty(call.draft.value) && (
            <Button size="small" look="quiet" onClick={() => clear(desk)}>
              {t('call.clear')}
            </Button>
          )}
          <IconButton icon="close" label={t('call.close')} onClick={() => closeCall(desk)} />
        </span>
      </div>
      <div class="call__channels" role="group" aria-label={t('call.channel')}>
        {CALL_CHANNELS.map((one) => (
          <Chip key={one} pressed={one === channel} onClick={() => choose(one)}>
            {t(`call.channel.${one}`)}
          </Chip>
        ))}
      </div>
    </header>
  );
}

function clear(desk: Desk): void {
  const kept = desk.call.draft.value;
  desk.call.clear();
  showToast(t('call.cleared'), { label: t('act.undo'), run: () => desk.call.set(kept) });
}

function CallFoot({ desk }: { desk: Desk }) {
  const { call } = desk;
  const located = call.located.answer.value;
  const [shown, setShown] = useState(located);
  // while the next answer is on its way the last one stays: nothing flickers
  useEffect(() => setShown((last) => located ?? (call.draft.value.position ? last : null)), [located]);
  const { category, position } = call.draft.value;
  const found = position && categoryOf(desk.catalogue.value, category);
  const goes = shown ? shown.inside && shown.service : found?.service;
  const promises = shown?.promises ?? found?.promises;
  return (
    <footer class="call__foot">
      <div>
        {call.problem.value && (
          <p class="trouble" role="alert">
            {call.problem.value}
          </p>
        )}
        {!call.problem.value && shown && !shown.inside && <p class="trouble">{t('call.outside')}</p>}
        {!call.problem.value && goes && (
          <p aria-live="polite">
            <b>{goesWords(shown, goes)}</b>
            {shown?.sector && t('call.goesSector', { sector: shown.sector.name })}
            <small>{promiseWords(promises)}</small>
          </p>
        )}
        {!call.problem.value && !goes && (!shown || shown.inside) && (
          <p class="muted">{t('call.goesWait')}</p>
        )}
      </div>
      <Button type="submit" look="primary" disabled={call.busy.value} aria-busy={call.busy.value}>
        {t(call.busy.value ? 'call.saving' : 'call.save')}
        <kbd aria-hidden="true">Ctrl ↵</kbd>
      </Button>
    </footer>
  );
}

/** The team, or the organisation it is handed on to; without an answer of the server, the service. */
function goesWords(located: Located | null, service: string): string {
  if (located?.organisation?.forwarded)
    return t('place.forwarded', { organisation: located.organisation.name });
  const { team } = located ?? {};
  return t('call.goes', { service: team ? `${team.code}, ${team.name}` : service });
}
