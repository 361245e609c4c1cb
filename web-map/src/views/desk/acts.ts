import { t } from '../../core/i18n';
import type { DeskDetail } from '../../core/staff-types';
import type { Point, Priority, State, TeamRef } from '../../core/types';
import type { Desk } from './desk';
import type { Change } from './selection';

/** Each does one thing to the open request, says so, and offers to take it back where that is simple. */

export function giveTo(desk: Desk, team: TeamRef, reason: string): Promise<boolean> {
  const { deskApi } = desk.needs;
  const before = desk.selection.current.value?.team;
  const back: Change | undefined =
    before && before.id !== team.id
      ? (card) => deskApi.assign(card, before.id, t('act.undoReason'))
      : undefined;
  return done(
    desk,
    (card) => deskApi.assign(card, team.id, reason),
    ({ number }) => t('assign.done', { number, code: team.code, name: team.name }),
    back,
  );
}

export function changeState(desk: Desk, to: State, reason: string, publicText: string): Promise<boolean> {
  const { deskApi } = desk.needs;
  return done(
    desk,
    (card) => deskApi.transition(card, to, reason, publicText === '' ? undefined : publicText),
    ({ number }) => t('state.done', { number, state: t(`state.${to}`) }),
  );
}

export function prioritise(desk: Desk, priority: Priority): Promise<boolean> {
  const { deskApi } = desk.needs;
  const before = desk.selection.current.value?.priority;
  return done(
    desk,
    (card) => deskApi.setPriority(card, priority),
    ({ number }) => t('priority.done', { number, priority: t(`priority.${priority}`) }),
    before && ((card) => deskApi.setPriority(card, before)),
  );
}

export function movePin(desk: Desk, position: Point, reason: string): Promise<boolean> {
  const { deskApi } = desk.needs;
  const before = desk.selection.current.value?.position;
  return done(
    desk,
    (card) => deskApi.movePin(card, position, reason),
    ({ number }) => t('move.done', { number }),
    before && ((card) => deskApi.movePin(card, before, t('act.undoReason'))),
  );
}

export function reclassify(desk: Desk, category: string, reason: string): Promise<boolean> {
  const { deskApi } = desk.needs;
  const before = desk.selection.current.value?.category;
  return done(
    desk,
    (card) => deskApi.setCategory(card, category, reason),
    ({ number, title }) => t('category.done', { number, category: categoryName(desk, category) || title }),
    before === undefined ? undefined : (card) => deskApi.setCategory(card, before, t('act.undoReason')),
  );
}

export function reply(desk: Desk, text: string, waits: boolean): Promise<boolean> {
  return done(
    desk,
    (card) => desk.needs.deskApi.sendMessage(card, text, waits),
    () => t(waits ? 'reply.doneWaits' : 'reply.done'),
  );
}

export function resume(desk: Desk): Promise<boolean> {
  const { deskApi } = desk.needs;
  const reason = desk.selection.current.value?.pause?.reason;
  return done(
    desk,
    (card) => deskApi.resume(card),
    () => t('pause.resumed'),
    reason && ((card) => deskApi.pause(card, reason)),
  );
}

export function note(desk: Desk, text: string): Promise<boolean> {
  return done(
    desk,
    (card) => desk.needs.deskApi.addNote(card, text),
    () => t('note.done'),
  );
}

export function categoryName(desk: Desk, code: string): string {
  const all = desk.catalogue.value.domains.flatMap(({ categories }) => categories);
  return all.find((category) => category.code === code)?.name ?? '';
}

export async function done(
  desk: Desk,
  change: Change,
  words: (detail: DeskDetail) => string,
  undo?: Change,
): Promise<boolean> {
  const worked = await desk.selection.act(change, (detail) => ({
    words: words(detail),
    ...(undo ? { undo } : {}),
  }));
  if (worked) {
    desk.popover.value = null;
    desk.moving.value = null;
  }
  return worked;
}
