import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PublicApi } from '../../core/api';
import type { Locale } from '../../core/i18n';
import type { Catalogue, Category, Domain, Jurisdiction } from '../../core/types';

/** What every part of the public page may use. */
export interface App {
  /** `/{code}`. */
  base: string;
  api: PublicApi;
  jurisdiction: Jurisdiction;
  catalogue: Catalogue;
  locale: Locale;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('Rendered outside the page.');
  return app;
}

export interface FoundCategory {
  category: Category;
  domain: Domain;
}

export function findCategory(catalogue: Catalogue, code: string | null): FoundCategory | null {
  for (const domain of catalogue.domains)
    for (const category of domain.categories) if (category.code === code) return { category, domain };
  return null;
}

/** The address under which anyone finds a request again. */
export function permalink(base: string, number: string): string {
  return `${location.origin}${base}/?request=${encodeURIComponent(number)}`;
}
