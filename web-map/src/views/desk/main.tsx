import { render } from 'preact';
import { PublicApi } from '../../core/api';
import { DeskApi } from '../../core/staff-api';
import { addDeskMessages } from '../../messages/desk';
import { startPage } from '../../ui/start';
import { App } from './App';

const { base, http, root } = startPage();
addDeskMessages();
render(<App base={base} api={new PublicApi(http)} deskApi={new DeskApi(http)} />, root);
