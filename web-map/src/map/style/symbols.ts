/** The drawings of layers/symbols that styles name. */
const files = import.meta.glob<string>('../../../../layers/symbols/state-*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const drawings = new Map(
  Object.entries(files).map(([path, svg]) => [/([\w-]+)\.svg$/.exec(path)?.[1] ?? '', svg]),
);

/** A symbol on a 24 grid, as an element that may stand in another drawing; empty when there is none. */
export function symbolMarkup(name: string): string {
  return (drawings.get(name) ?? '').replace(/^<svg[^>]*>/, (tag) =>
    tag.replace(/ (?:width|height)="\d+"/g, ''),
  );
}
