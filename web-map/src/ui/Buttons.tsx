import type { ComponentChildren, JSX } from 'preact';
import { Icon, Glyph } from './Icon';
import type { IconName } from './icons';
import type { Glyph as GlyphName } from '../core/types';

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon' | 'size'> & {
  /** One primary button per screen. */
  look?: 'primary' | 'plain' | 'quiet';
  size?: 'small' | 'normal' | 'big' | 'field';
  block?: boolean;
  icon?: IconName;
  /** The letter that does the same; shown, and it must really work. */
  shortcut?: string;
  children?: ComponentChildren;
};

export function Button({
  look = 'plain',
  size = 'normal',
  block,
  icon,
  shortcut,
  children,
  ...rest
}: ButtonProps) {
  const names = ['btn', look !== 'plain' && `btn--${look}`, size !== 'normal' && `btn--${size}`];
  if (block) names.push('btn--block');
  return (
    <button type="button" {...rest} class={[...names, rest.class].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}

type IconButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon' | 'label'> & {
  icon: IconName;
  /** Said by screen readers and shown as a tooltip. */
  label: string;
  raised?: boolean;
};

export function IconButton({ icon, label, raised, ...rest }: IconButtonProps) {
  const name = `icon-btn${raised ? ' icon-btn--raised' : ''}${rest.class ? ` ${String(rest.class)}` : ''}`;
  return (
    <button type="button" aria-label={label} title={label} {...rest} class={name}>
      <Icon name={icon} />
    </button>
  );
}

interface ChipProps {
  children: ComponentChildren;
  pressed?: boolean;
  count?: number;
  icon?: IconName;
  glyph?: GlyphName;
  onClick?: () => void;
}

/** A filter that is on or off. */
export function Chip({ children, pressed, count, icon, glyph, onClick }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={pressed ?? false} onClick={onClick}>
      {icon && <Icon name={icon} size={16} />}
      {glyph && <Glyph name={glyph} size={16} />}
      {children}
      {count !== undefined && <b>{count}</b>}
    </button>
  );
}

export function Kbd({ children }: { children: ComponentChildren }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}
