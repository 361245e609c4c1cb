import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Catalogue } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { Glyph, Icon } from '../../../ui/Icon';
import { untilWords } from '../../../ui/Place';
import { findCategories } from './suggest';

interface PickerProps {
  /** What is offered at the place. */
  catalogue: Catalogue;
  onPick: (code: string) => void;
  onClose: () => void;
}

/** All categories by domain, with a search that forgives accents and hyphens. */
export function CategoryPicker({ catalogue, onPick, onClose }: PickerProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const groups = findCategories(catalogue, text);
  return (
    <>
      <div class="picker__search">
        <label class="search__box">
          <Icon name="search" />
          <input
            ref={input}
            class="search__input"
            type="search"
            aria-label={t('report.pick.search')}
            placeholder={t('report.pick.search')}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
      </div>
      <div class="report__pane report__pane--grow picker">
        {groups.length === 0 && (
          <p class="muted" role="status">
            {t('report.pick.none')}
          </p>
        )}
        {groups.map(({ domain, categories }) => (
          <section key={domain} aria-label={domain}>
            <h3>{domain}</h3>
            <ul>
              {categories.map(({ code, name, glyph, private: hidden, messages }) => (
                <li key={code}>
                  <button type="button" class="picker__item" onClick={() => onPick(code)}>
                    <Glyph name={glyph} size={22} />
                    <span>
                      {name}
                      {messages?.map((message) => (
                        <small key={message.text}>{untilWords(message)}</small>
                      ))}
                    </span>
                    {hidden && <Icon name="lock" size={16} />}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer class="report__foot report__foot--line">
        <Button block onClick={onClose}>
          {t('card.cancel')}
        </Button>
      </footer>
    </>
  );
}
