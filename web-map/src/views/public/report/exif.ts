import type { Point } from '../../../core/types';

const HEAD_BYTES = 512 * 1024;
const TAG = { gpsPointer: 0x8825, latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 };
const ENTRY_BYTES = 12;

/** Where a photo was taken, read here from its head: the position never leaves with the picture. */
export async function photoPosition(file: Blob): Promise<Point | null> {
  try {
    return gpsOf(new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  } catch {
    // a damaged head is a photo without a position
    return null;
  }
}

/** JPEG and HEIC alike carry the same block of tags behind the word "Exif". */
export function gpsOf(view: DataView): Point | null {
  const start = tagsStart(view);
  if (start === null) return null;
  const little = view.getUint16(start) === 0x4949;
  const tags = new Tags(view, start, little);
  const gps = tags.find(view.getUint32(start + 4, little), TAG.gpsPointer);
  if (gps === null) return null;
  const directory = view.getUint32(gps + 8, little);
  const latitude = tags.degrees(directory, TAG.latitude, TAG.latitudeRef, 'S');
  const longitude = tags.degrees(directory, TAG.longitude, TAG.longitudeRef, 'W');
  if (latitude === null || longitude === null) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0))
    return null;
  return { type: 'Point', coordinates: [longitude, latitude] };
}

/** Offset of the byte-order mark after "Exif\0\0". */
function tagsStart(view: DataView): number | null {
  for (let at = 0; at + 14 < view.byteLength; at++) {
    if (view.getUint32(at) !== 0x45786966 || view.getUint16(at + 4) !== 0) continue;
    const order = view.getUint16(at + 6);
    if (order === 0x4949 || order === 0x4d4d) return at + 6;
  }
  return null;
}

class Tags {
  constructor(
    private readonly view: DataView,
    private readonly start: number,
    private readonly little: boolean,
  ) {}

  /** Offset of a tag's entry in a directory. */
  find(directory: number, tag: number): number | null {
    const at = this.start + directory;
    const count = this.view.getUint16(at, this.little);
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * ENTRY_BYTES;
      if (this.view.getUint16(entry, this.little) === tag) return entry;
    }
    return null;
  }

  /** Degrees, minutes and seconds as one number, negative to the south or west. */
  degrees(directory: number, tag: number, refTag: number, negative: string): number | null {
    const entry = this.find(directory, tag);
    const ref = this.find(directory, refTag);
    if (entry === null || ref === null) return null;
    const values = this.start + this.view.getUint32(entry + 8, this.little);
    const [degrees, minutes, seconds] = [0, 8, 16].map((offset) => this.ratio(values + offset));
    const total = (degrees ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600;
    if (!Number.isFinite(total)) return null;
    return String.fromCharCode(this.view.getUint8(ref + 8)) === negative ? -total : total;
  }

  private ratio(at: number): number {
    return this.view.getUint32(at, this.little) / this.view.getUint32(at + 4, this.little);
  }
}
