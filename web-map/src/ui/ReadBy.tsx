import { readWords } from '../core/readings';
import type { Reading } from '../core/types';
import './read-by.css';

/** Who else has read a message, quietly. */
export function ReadBy({ readBy, reader }: { readBy: readonly Reading[] | undefined; reader: string }) {
  const words = readWords(readBy ?? [], reader);
  if (words === '') return null;
  return (
    <small class="read-by">
      <bdi>{words}</bdi>
    </small>
  );
}
