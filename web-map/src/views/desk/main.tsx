import { render } from 'preact';
import { PublicApi } from '../../core/api';
import { setZone } from '../../core/time';
import { startPage } from '../../ui/start';
import { MapPage } from './MapPage';

const { base, http, root } = startPage();
const jurisdiction = await new PublicApi(http).jurisdiction();
setZone(jurisdiction.zone);
render(<MapPage base={base} jurisdiction={jurisdiction} />, root);
