import type { Point } from '../../core/types';
import type { PageState } from './PublicPage';

/** Where a report begins: nowhere yet, or at a place already known. */
export interface ReportStart {
  position: Point | null;
  address: string;
}

export function ReportHost({ state }: { state: PageState }) {
  return state.report.value && null;
}
