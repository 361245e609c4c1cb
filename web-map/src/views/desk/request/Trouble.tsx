import type { Desk } from '../desk';

/** What went wrong with the last act, and that someone else was quicker. */
export function Trouble({ desk }: { desk: Desk }) {
  const { conflict, problem } = desk.selection;
  const words = conflict.value ?? problem.value;
  if (words === null) return null;
  return (
    <p class="trouble" role="alert">
      {words}
    </p>
  );
}
