import { BigRing } from '../../ui/Ring';
import { now } from '../../ui/clock';
import type { RequestDetail } from '../../core/types';
import { promiseWords } from './promise';

/** The promise and its clock, the most important thing said about a request. */
export function PromiseBox({ request }: { request: RequestDetail }) {
  const { level, value, unit, title, detail } = promiseWords(request, now.value);
  return (
    <div class={`promise promise--${level}`}>
      <BigRing left={request.ring.left ?? 0} level={level} size={60} text={value} unit={unit} width={8} />
      <div>
        <b>{title}</b>
        {detail && <span>{detail}</span>}
      </div>
    </div>
  );
}
