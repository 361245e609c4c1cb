import { newId } from '../../core/ids';
import type { NewItem } from './outbox/item';

const LONGEST_SIDE = 2048;
const THUMBNAIL_SIDE = 200;

export interface TakenPhoto {
  id: string;
  image: Blob;
  thumbnail?: Blob;
}

/**
 * Makes a picture small enough for a weak network. Drawing it again also leaves its hidden data behind
 * (place, device). What this browser cannot read goes as it is: the server says what to do.
 */
export async function prepared(file: Blob): Promise<TakenPhoto> {
  const id = newId();
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const image = await drawn(bitmap, LONGEST_SIDE, 0.85);
    const thumbnail = await drawn(bitmap, THUMBNAIL_SIDE, 0.7);
    bitmap.close();
    return { id, image, thumbnail };
  } catch {
    return { id, image: file };
  }
}

/** The photo as an item of the outbox. */
export function photoItem(
  photo: TakenPhoto,
  more: Pick<Extract<NewItem, { kind: 'photo' }>, 'lane' | 'purpose' | 'jobId' | 'about'>,
): NewItem {
  const { id, image, thumbnail } = photo;
  return {
    ...more,
    kind: 'photo',
    id,
    bytes: image.size,
    blob: image,
    ...(thumbnail ? { thumbnail } : {}),
  };
}

function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))),
      'image/jpeg',
      quality,
    ),
  );
}
