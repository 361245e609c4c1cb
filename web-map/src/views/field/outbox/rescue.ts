import type { Item } from './item';

/** Everything unsent as one file, photos included: the last way out when nothing else works. */
export async function rescueFile(
  items: readonly Item[],
  imageOf: (id: string) => Promise<Blob | undefined>,
): Promise<Blob> {
  const parts: BlobPart[] = [];
  for (const item of items) {
    const image = item.kind === 'photo' ? await imageOf(item.id) : undefined;
    const told = { ...item, thumbnail: undefined, image: await dataUrl(image) };
    parts.push(parts.length === 0 ? '' : ',\n', JSON.stringify(told));
  }
  const head = JSON.stringify({
    format: 'vigie-field-outbox',
    version: 1,
    savedAt: new Date().toISOString(),
  });
  return new Blob([`${head.slice(0, -1)},"items":[\n`, ...parts, '\n]}\n'], { type: 'application/json' });
}

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function dataUrl(image: Blob | undefined): Promise<string | undefined> {
  if (!image) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('FileReader'));
    reader.readAsDataURL(image);
  });
}
