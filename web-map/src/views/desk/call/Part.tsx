import type { ComponentChildren } from 'preact';

interface PartProps {
  n: number;
  title: string;
  hint?: string;
  on?: boolean;
  /** The field that the title labels. */
  labels?: string;
  children: ComponentChildren;
}

/** One numbered step of the call. */
export function Part({ n, title, hint, on, labels, children }: PartProps) {
  const words = (
    <>
      <i class={on ? 'is-on' : ''}>{n}</i>
      {title}
      {hint && <small>{hint}</small>}
    </>
  );
  return (
    <section class="part" aria-label={title}>
      {labels ? <label for={labels}>{words}</label> : <h2>{words}</h2>}
      {children}
    </section>
  );
}
