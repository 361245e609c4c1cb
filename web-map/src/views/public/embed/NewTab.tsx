import type { ComponentChildren } from 'preact';
import { t } from '../../../core/i18n';

/** Out of the frame, and without a way back into the page around it. */
export function NewTab(props: { href: string; class?: string; children: ComponentChildren }) {
  const { children, ...rest } = props;
  return (
    <a {...rest} target="_blank" rel="noopener">
      {children}
      <span class="vh"> {t('embed.newTab')}</span>
    </a>
  );
}
