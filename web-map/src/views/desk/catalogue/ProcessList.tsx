import { t } from '../../../core/i18n';
import type { ProcessItem } from '../../../core/process-types';
import { day } from '../../../core/time';
import type { Catalogue } from '../../../core/types';
import { Glyph, Icon } from '../../../ui/Icon';
import type { ProcessBook } from './process-book';

/** All processes by domain; an older name or a word of the people finds them, too. */
export function ProcessList({ book, catalogue }: { book: ProcessBook; catalogue: Catalogue }) {
  const items = book.items.value;
  const found = book.found.value;
  const domains = [...new Set(found.map(({ domain }) => domain))];
  const nameOf = (code: string): string =>
    catalogue.domains.find((domain) => domain.code === code)?.name ?? code;
  return (
    <section
      class={`pane pane--processes${book.process.value ? ' has-process' : ''}`}
      aria-label={t('catalogue.tab')}
    >
      <header class="processes__head">
        <h1>{t('catalogue.tab')}</h1>
        <span>{items && t('catalogue.count', { n: found.length })}</span>
        <label class="search__box">
          <Icon name="search" />
          <input
            class="search__input"
            type="search"
            aria-label={t('catalogue.search')}
            placeholder={t('catalogue.search')}
            value={book.search.value}
            onInput={(event) => (book.search.value = event.currentTarget.value)}
          />
        </label>
      </header>
      <div class="processes__list" aria-busy={items === null}>
        {items && found.length === 0 && <p class="muted">{t('catalogue.none')}</p>}
        {domains.map((domain) => (
          <section key={domain} aria-label={nameOf(domain)}>
            <h2>{nameOf(domain)}</h2>
            <ul>
              {found
                .filter((item) => item.domain === domain)
                .map((item) => (
                  <Item key={item.code} item={item} book={book} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <footer class="processes__foot">
        <span>{t('catalogue.export')}</span>
        <a class="btn btn--small" href={book.api.exportAddress('yaml')} download>
          <Icon name="download" size={16} /> YAML
        </a>
        <a class="btn btn--small" href={book.api.exportAddress('xlsx')} download>
          <Icon name="download" size={16} /> XLSX
        </a>
      </footer>
    </section>
  );
}

function Item({ item, book }: { item: ProcessItem; book: ProcessBook }) {
  const { code, name, glyph, service, version, underWay, offered } = item;
  const here = book.process.value?.code === code;
  return (
    <li>
      <button
        type="button"
        class="process-item"
        {...(here ? { 'aria-current': 'true' as const } : {})}
        onClick={() => book.open(code)}
      >
        <Glyph name={glyph} size={22} />
        <span>
          <b>{name}</b>
          <small>
            {[service, version === undefined ? '' : t('catalogue.version', { n: String(version) })]
              .filter(Boolean)
              .join(', ')}
          </small>
        </span>
        {underWay && <span class="tag tag--strong">{underWayWords(underWay)}</span>}
        {!underWay && !offered && <span class="tag">{t('catalogue.notOffered')}</span>}
      </button>
    </li>
  );
}

function underWayWords({ state, from }: NonNullable<ProcessItem['underWay']>): string {
  return state === 'PUBLISHED' && from
    ? t('catalogue.from', { day: day(from) })
    : t(`catalogue.state.${state}`);
}
