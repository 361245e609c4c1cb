import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PublicApi } from '../../core/api';
import type { FieldApi } from '../../core/staff-api';
import type { Catalogue, Jurisdiction } from '../../core/types';
import type { Kept } from './database';
import type { Darkroom } from './darkroom';
import type { JobBook } from './jobs/job-book';
import type { Outbox } from './outbox/outbox';
import type { Retries } from './outbox/retries';
import type { Shift } from './shift';
import type { Whereabouts } from './whereabouts';

/** Everything a screen of the field page may need. */
export interface Field {
  base: string;
  api: PublicApi;
  fieldApi: FieldApi;
  jurisdiction: Jurisdiction;
  kept: Kept;
  outbox: Outbox;
  retries: Retries;
  jobs: JobBook;
  darkroom: Darkroom;
  where: Whereabouts;
  shift: Shift;
  catalogue: () => Promise<Catalogue | null>;
}
const FieldContext = createContext<Field | null>(null);
export const FieldProvider = FieldContext.Provider;

export function useField(): Field {
  const field = useContext(FieldContext);
  if (!field) throw new Error('No field around this part.');
  return field;
}
