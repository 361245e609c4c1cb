import { describe, expect, it } from 'vitest';
import { gpsOf, photoPosition } from './exif';

/** A head as a camera writes it, with degrees as three ratios. */
function head(little: boolean, latitude: [number, string], longitude: [number, string]): DataView {
  const view = new DataView(new ArrayBuffer(400));
  const start = 30;
  view.setUint32(24, 0x45786966);
  view.setUint16(start, little ? 0x4949 : 0x4d4d);
  view.setUint16(start + 2, 42, little);
  view.setUint32(start + 4, 8, little);
  view.setUint16(start + 8, 1, little);
  entry(view, start + 10, little, [0x8825, 4, 1, 26]);
  view.setUint16(start + 26, 4, little);
  const text = (at: number, tag: number, letter: string): void => {
    entry(view, at, little, [tag, 2, 2, 0]);
    view.setUint8(at + 8, letter.charCodeAt(0));
  };
  text(start + 28, 1, latitude[1]);
  entry(view, start + 40, little, [2, 5, 3, 120]);
  text(start + 52, 3, longitude[1]);
  entry(view, start + 64, little, [4, 5, 3, 144]);
  ratios(view, start + 120, little, latitude[0]);
  ratios(view, start + 144, little, longitude[0]);
  return view;
}
function entry(
  view: DataView,
  at: number,
  little: boolean,
  [tag = 0, type = 0, count = 0, value = 0]: number[],
): void {
  view.setUint16(at, tag, little);
  view.setUint16(at + 2, type, little);
  view.setUint32(at + 4, count, little);
  view.setUint32(at + 8, value, little);
}
function ratios(view: DataView, at: number, little: boolean, degrees: number): void {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  const seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 1000);
  [whole, 1, minutes, 1, seconds, 1000].forEach((value, index) =>
    view.setUint32(at + index * 4, value, little),
  );
}

describe('the position in a photo', () => {
  it('is read in both byte orders', () => {
    for (const little of [true, false]) {
      const point = gpsOf(head(little, [47.35, 'N'], [2.9, 'E']));
      expect(point?.coordinates[0]).toBeCloseTo(2.9, 5);
      expect(point?.coordinates[1]).toBeCloseTo(47.35, 5);
    }
  });
  it('is negative to the south and west', () => {
    const point = gpsOf(head(true, [33.5, 'S'], [7.6, 'W']));
    expect(point?.coordinates).toEqual([-7.6, -33.5]);
  });
  it('is absent without tags, at zero, or in a damaged head', async () => {
    expect(gpsOf(new DataView(new ArrayBuffer(100)))).toBeNull();
    expect(gpsOf(head(true, [0, 'N'], [0, 'E']))).toBeNull();
    const cut = head(true, [47, 'N'], [2, 'E']).buffer.slice(0, 80);
    expect(await photoPosition(new Blob([cut as ArrayBuffer]))).toBeNull();
  });
});
