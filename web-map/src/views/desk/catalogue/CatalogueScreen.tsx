import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ProcessApi } from '../../../core/process-api';
import { t } from '../../../core/i18n';
import { addCatalogueMessages } from '../../../messages/catalogue';
import { Button } from '../../../ui/Buttons';
import { EmptyState } from '../../../ui/Parts';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { ProcessBook } from './process-book';
import { ProcessList } from './ProcessList';
import { ProcessPane } from './ProcessPane';
import './catalogue.css';

addCatalogueMessages();

/** The processes of the catalogue: the list, and one with its versions side by side. */
export function CatalogueScreen({ desk }: { desk: Desk }) {
  const [book] = useState(() => new ProcessBook(new ProcessApi(desk.needs.deskApi.http)));
  useEffect(() => {
    void book.load(desk.wantedPart());
    // the address names the process, so that it can be passed on
    return effect(() => {
      const code = book.process.value?.code;
      if (book.items.value === null) return;
      const place = `${location.pathname}${location.search}#catalogue${code === undefined ? '' : `/${code}`}`;
      history.replaceState(null, '', place);
    });
  }, [book]);
  const items = book.items.value;
  return (
    <div class="desk desk--catalogue">
      <TopBar desk={desk} />
      {items === null && book.trouble.value ? (
        <main class="pane pane--failed">
          <EmptyState icon="offline" title={t('failed.title')}>
            <p>{book.trouble.value}</p>
            <Button look="primary" onClick={() => void book.load('')}>
              {t('failed.retry')}
            </Button>
          </EmptyState>
        </main>
      ) : (
        <>
          <ProcessList book={book} catalogue={desk.catalogue.value} />
          <ProcessPane book={book} rights={desk.rights} />
        </>
      )}
    </div>
  );
}
