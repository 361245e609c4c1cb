import type { Catalogue, Category } from '../../../core/types';

export function categoryOf({ domains }: Catalogue, code: string): Category | undefined {
  return domains.flatMap(({ categories }) => categories).find((category) => category.code === code);
}
