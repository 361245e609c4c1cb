import { describe, expect, it } from 'vitest';
import { commandOf } from './commands';

const press = (key: string, target: HTMLElement = document.body, more = {}) =>
  ({ key, target, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, ...more }) as never;
const element = (markup: string): HTMLElement => {
  const box = document.createElement('div');
  box.innerHTML = markup;
  return box.firstElementChild as HTMLElement;
};

describe('The keys of the desk', () => {
  it('are single letters, whatever their case', () => {
    expect(commandOf(press('j'), true)).toBe('next');
    expect(commandOf(press('N'), true)).toBe('call');
    expect(commandOf(press('/'), true)).toBe('search');
  });
  it('belong to the field while one is writing, except Escape', () => {
    expect(commandOf(press('j', element('<input type="text">')), true)).toBeNull();
    expect(commandOf(press('a', element('<textarea></textarea>')), true)).toBeNull();
    expect(commandOf(press('Escape', element('<textarea></textarea>')), true)).toBe('escape');
  });
  it('leave Enter to buttons and links', () => {
    expect(commandOf(press('Enter', element('<button></button>')), true)).toBeNull();
    expect(commandOf(press('Enter'), true)).toBe('enter');
  });
  it('do nothing with Ctrl, Alt or the command key', () => {
    expect(commandOf(press('s', document.body, { ctrlKey: true }), true)).toBeNull();
    expect(commandOf(press('d', document.body, { altKey: true }), true)).toBeNull();
  });
  it('can be switched off, except Enter and Escape', () => {
    expect(commandOf(press('j'), false)).toBeNull();
    expect(commandOf(press('?'), false)).toBeNull();
    expect(commandOf(press('Escape'), false)).toBe('escape');
  });
});
