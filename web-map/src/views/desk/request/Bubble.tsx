import type { ComponentChildren } from 'preact';
import { nearDay } from '../../../core/time';
import type { Message } from '../../../core/types';
import { Icon } from '../../../ui/Icon';
import { tied } from '../words';

interface BubbleProps {
  message: Message;
  look: 'us' | 'them' | 'in';
  children?: ComponentChildren;
}

/** What somebody wrote, with who and when. */
export function Bubble({ message, look, children }: BubbleProps) {
  const { author, at, delivery, text } = message;
  return (
    <article class={`bubble bubble--${look}`}>
      <small>
        {look === 'in' && <Icon name="lock" size={12} />}
        {tied([author, nearDay(at), delivery].filter(Boolean).join(', '))}
      </small>
      <p>
        <bdi>{text}</bdi>
      </p>
      {children}
    </article>
  );
}
