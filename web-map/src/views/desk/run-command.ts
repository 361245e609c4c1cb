import { t } from '../../core/i18n';
import { showToast } from '../../ui/Toast';
import type { Command } from './commands';
import type { Desk, Popover } from './desk';

/** Where focus goes for commands that lead to a field. */
export const FIELDS = {
  search: 'desk-search',
  reply: 'desk-reply',
  note: 'desk-note',
  panel: 'desk-request',
  queue: 'desk-queue',
};

/** Carries out a command; false when it means nothing just now and the key is left to the browser. */
export function run(desk: Desk, command: Command): boolean {
  const calling = desk.call.isOpen.value;
  switch (command) {
    case 'escape':
      return escape(desk);
    case 'search':
      return focus(FIELDS.search);
    case 'help':
      desk.helpOpen.value = !desk.helpOpen.value;
      return true;
    case 'call':
      if (!desk.rights.direct || calling) return false;
      openCall(desk);
      return true;
    default:
      // while a call is taken its form has the keyboard
      return calling ? false : (inQueue(desk, command) ?? onRequest(desk, command));
  }
}

export function openCall(desk: Desk): void {
  desk.popover.value = null;
  desk.moving.value = null;
  desk.pane.value = 'queue';
  desk.call.open();
}

export function closeCall(desk: Desk): void {
  if (desk.call.close()) showToast(t('call.kept'));
  // the queue is drawn once the form is gone
  requestAnimationFrame(() => focus(FIELDS.queue));
}

function inQueue(desk: Desk, command: Command): boolean | null {
  const id = desk.selection.id.value;
  switch (command) {
    case 'next':
      desk.step(1);
      return true;
    case 'previous':
      desk.step(-1);
      return true;
    case 'fresh':
      desk.board.show();
      return true;
    case 'filter':
      desk.filterOpen.value = !desk.filterOpen.value;
      return true;
    case 'check':
      if (id !== null && desk.rights.direct) desk.toggleChecked(id);
      return id !== null;
    case 'enter':
      if (id === null) return false;
      desk.pane.value = 'request';
      return focus(FIELDS.panel);
    default:
      return null;
  }
}

const POPOVERS: Partial<Record<Command, Popover>> = {
  assign: 'assign',
  state: 'state',
  priority: 'priority',
};

function onRequest(desk: Desk, command: Command): boolean {
  if (desk.selection.current.value === null) return false;
  const popover = POPOVERS[command];
  if (popover) return toggle(desk, popover);
  if (command === 'reply' || command === 'note') {
    if (!desk.rights.act) return false;
    desk.tab.value = command === 'reply' ? 'citizen' : 'internal';
    // the box is drawn with its tab
    requestAnimationFrame(() => focus(FIELDS[command]));
    return true;
  }
  if (command === 'move' && desk.rights.direct) {
    desk.startMoving();
    return true;
  }
  return false;
}

/** A referent answers for a service without directing the work of others. */
const OPEN_TO_ALL_WHO_ACT: readonly Popover[] = ['state', 'more', 'refuse', 'acknowledge'];

/** Opens a popover, or closes it when it is the one that is open. */
export function toggle(desk: Desk, popover: Popover): boolean {
  const allowed = OPEN_TO_ALL_WHO_ACT.includes(popover) ? desk.rights.act : desk.rights.direct;
  if (!allowed) return false;
  desk.preferredTeam.value = null;
  desk.pane.value = 'request';
  desk.popover.value = desk.popover.value === popover ? null : popover;
  desk.selection.clearWords();
  return true;
}

/** One thing at a time, the innermost first. */
function escape(desk: Desk): boolean {
  if (desk.helpOpen.value) desk.helpOpen.value = false;
  else if (desk.popover.value) desk.popover.value = null;
  else if (desk.moving.value) desk.moving.value = null;
  else if (desk.call.isOpen.value) closeCall(desk);
  else if (desk.filterOpen.value) desk.filterOpen.value = false;
  else if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
    document.activeElement.blur();
  else if (desk.selection.id.value !== null) desk.close();
  else return false;
  return true;
}

function focus(id: string): boolean {
  const element = document.getElementById(id);
  element?.focus();
  return element !== null;
}
