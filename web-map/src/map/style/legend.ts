import { rulesAt } from './rules';
import type { MapStyle, Symbolizer } from './style';

/** One line of the legend: what is drawn alike under one title. */
export interface LegendEntry {
  /** In the messages: `legend.<style>.<title>`. */
  key: string;
  /** In the order in which they lie on each other. */
  symbolizers: Symbolizer[];
}

/** What a style shows at this zoom. Of rules with the same title the first of each pass stands for all. */
export function legendOf(style: MapStyle, zoom: number): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const pass of rulesAt(style, zoom)) {
    const seen = new Set<string>();
    for (const { title, symbolizers } of pass) {
      if (title === undefined || seen.has(title)) continue;
      seen.add(title);
      const entry = entries.get(title) ?? { key: legendKey(style.name, title), symbolizers: [] };
      entries.set(title, entry);
      entry.symbolizers.push(...symbolizers);
    }
  }
  return [...entries.values()];
}

export function legendKey(style: string, title: string): string {
  return `legend.${style}.${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;
}
