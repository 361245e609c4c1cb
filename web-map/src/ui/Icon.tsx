import { glyphMarkup } from './glyphs';
import { ICONS, type IconName } from './icons';
import type { Glyph as GlyphName } from '../core/types';

/** A small stroke icon in the text's colour. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

/** A category's glyph in the text's colour. */
export function Glyph({ name, size = 20 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: glyphMarkup(name) }}
    />
  );
}

/** The watchtower inside its ring. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg class="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle class="logo__track" cx="16" cy="16" r="13.5" />
      <path class="logo__arc" d="M16 2.5a13.5 13.5 0 1 1-12.83 9.33" />
      <path class="logo__body" d="M13.2 14.5h5.6l1.4 9h-8.4zM12.5 11.5 16 8l3.5 3.5z" />
    </svg>
  );
}
