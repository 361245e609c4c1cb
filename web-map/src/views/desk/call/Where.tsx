import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Icon } from '../../../ui/Icon';
import { EdgePick } from '../../../ui/Place';
import type { Call } from '../call';
import type { Desk } from '../desk';
import { highlighted } from './highlighted';
import { Part } from './Part';

const DIRECT = 3;

/** The address box: proposals by ↑ ↓ and Enter, the first three by Alt and their number; Tab takes the one that is lit. */
export function Where({ desk }: { desk: Desk }) {
  const { call } = desk;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const proposals = call.proposals.value;
  const answer = call.addresses.answer.value;
  const shown = proposals.length > 0;
  const edge = shown || !call.draft.value.position ? null : call.edge.value;
  const none = call.listOpen.value && answer !== null && answer.items.length === 0;
  return (
    <Part n={1} title={t('call.where')} hint={t('call.whereHint')} labels="call-where" on>
      <div class={`where${shown ? ' where--open' : ''}`}>
        <Icon name="search" size={18} />
        <input
          ref={input}
          id="call-where"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-expanded={shown}
          aria-controls="call-proposals"
          aria-autocomplete="list"
          {...(shown ? { 'aria-activedescendant': `proposal-${call.active.value}` } : {})}
          value={call.draft.value.where}
          onInput={(event) => call.setWhere(event.currentTarget.value)}
          onKeyDown={(event) => onKey(call, event)}
          onBlur={() => (call.listOpen.value = false)}
          onFocus={() => (call.listOpen.value = call.draft.value.position === null)}
        />
        {answer && <small class="muted num">{t('call.took', { n: answer.tookMs })}</small>}
        {call.draft.value.position && <Icon name="check" size={18} />}
      </div>
      <div role="status" class="where__none">
        {none && t('call.noPlace')}
      </div>
      {shown && <Proposals call={call} />}
      {edge && <EdgePick edge={edge} onChoose={(sectorChoice) => call.set({ sectorChoice })} />}
    </Part>
  );
}

function onKey(call: Call, event: KeyboardEvent): void {
  const { key, altKey, code } = event;
  const shown = call.proposals.value.length > 0;
  const digit = altKey ? Number(/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key) : NaN;
  if (digit >= 1 && digit <= DIRECT && call.pick(digit - 1)) event.preventDefault();
  else if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    call.step(key === 'ArrowDown' ? 1 : -1);
  } else if (key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (call.pick()) document.getElementById('call-words')?.focus();
  } else if (key === 'Tab' && !event.shiftKey && shown) call.pick();
  else if (key === 'Escape' && shown) {
    event.preventDefault();
    event.stopPropagation();
    call.listOpen.value = false;
  }
}

function Proposals({ call }: { call: Call }) {
  const { where } = call.draft.value;
  return (
    <div class="proposals">
      <ul id="call-proposals" role="listbox" aria-label={t('call.where')}>
        {call.proposals.value.map(({ label, locality }, index) => (
          <li
            key={label}
            id={`proposal-${index}`}
            role="option"
            aria-selected={index === call.active.value}
            // pointerdown, because blur would close the list before a click arrives
            onPointerDown={(event) => {
              event.preventDefault();
              call.pick(index);
            }}
          >
            {index < DIRECT ? <i>{index + 1}</i> : <span />}
            <bdi>
              {highlighted(label, where).map(({ text, hit }, at) => (hit ? <b key={at}>{text}</b> : text))}
            </bdi>
            <small>{locality}</small>
          </li>
        ))}
      </ul>
      <p>
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          {t('call.choose')}
        </span>
        <span>
          <kbd>{t('call.enter')}</kbd>
          {t('call.validate')}
        </span>
        <span>
          <kbd>Alt</kbd>
          <kbd>1</kbd>–<kbd>3</kbd>
          {t('call.direct')}
        </span>
      </p>
    </div>
  );
}
