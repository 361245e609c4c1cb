import { useState } from 'preact/hooks';
import { WhereApi } from '../../../core/where-api';
import { addSettingsMessages } from '../../../messages/settings';
import { addWhereMessages } from '../../../messages/where';
import type { Desk } from '../desk';
import { Sections, type Section, type WorkedWith } from '../settings/Sections';
import { Competences } from './Competences';
import { Offers } from './Offers';
import { Priorities } from './Priorities';
import { Stops } from './Stops';
import './where.css';

addSettingsMessages();
addWhereMessages();

export type SectionProps = WorkedWith<WhereApi>;
const SECTIONS: readonly Section<WhereApi>[] = [
  { name: 'stops', section: Stops },
  { name: 'offers', section: Offers },
  { name: 'competences', section: Competences },
  { name: 'priorities', section: Priorities },
];

/** What the town sets up by place: what people are told where, what is offered where, who answers where. */
export function WhereScreen({ desk }: { desk: Desk }) {
  const [api] = useState(() => new WhereApi(desk.needs.deskApi.http));
  return <Sections desk={desk} api={api} screen="where" words="where" sections={SECTIONS} />;
}
