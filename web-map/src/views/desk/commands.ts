/** What a key asks for. */
export type Command =
  | 'next'
  | 'previous'
  | 'enter'
  | 'check'
  | 'call'
  | 'assign'
  | 'state'
  | 'priority'
  | 'reply'
  | 'note'
  | 'move'
  | 'filter'
  | 'fresh'
  | 'search'
  | 'help'
  | 'escape';

export const LETTERS: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  x: 'check',
  n: 'call',
  a: 'assign',
  s: 'state',
  p: 'priority',
  r: 'reply',
  i: 'note',
  m: 'move',
  f: 'filter',
  w: 'fresh',
  '/': 'search',
  '?': 'help',
};

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'target' | 'isComposing'>;

/** The command of a key press; null when the key belongs to a field or button, or letters are switched off. */
export function commandOf(event: Press, letters: boolean): Command | null {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === 'Escape') return 'escape';
  if (isWriting(event.target)) return null;
  // Enter on a button presses the button
  if (event.key === 'Enter') return isPressable(event.target) ? null : 'enter';
  if (!letters) return null;
  return LETTERS[event.key.toLowerCase()] ?? null;
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return target.matches('input:not([type=radio], [type=checkbox])');
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, input, summary');
}
