/** Degrees as EXIF's three rationals: degrees, minutes, hundredths of seconds. */
function rationals(degrees: number): number[] {
  const whole = Math.floor(degrees);
  const minutes = Math.floor((degrees - whole) * 60);
  const seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 10_000);
  return [whole, 1, minutes, 1, seconds, 10_000];
}

/** A JPEG with the position that a camera would have written into it (EXIF 2.3, GPS IFD, north and east). */
export function withPosition(jpeg: Buffer, longitude: number, latitude: number): Buffer {
  const tiff = Buffer.alloc(8 + 18 + 54 + 48);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  const gps = 26;
  const values = gps + 54;
  entries(tiff, 8, [[0x8825, 4, 1, gps]]);
  entries(tiff, gps, [
    [1, 2, 2, 'N'.charCodeAt(0)],
    [2, 5, 3, values],
    [3, 2, 2, 'E'.charCodeAt(0)],
    [4, 5, 3, values + 24],
  ]);
  [...rationals(latitude), ...rationals(longitude)].forEach((value, i) =>
    tiff.writeUInt32LE(value, values + 4 * i),
  );
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)]);
}

function entries(
  tiff: Buffer,
  at: number,
  rows: readonly (readonly [number, number, number, number])[],
): void {
  tiff.writeUInt16LE(rows.length, at);
  rows.forEach(([tag, type, count, value], i) => {
    const row = at + 2 + 12 * i;
    tiff.writeUInt16LE(tag, row);
    tiff.writeUInt16LE(type, row + 2);
    tiff.writeUInt32LE(count, row + 4);
    tiff.writeUInt32LE(value, row + 8);
  });
}

/** Whether a JPEG says anything of where and with what it was taken. */
export function hasMetadata(jpeg: Buffer): boolean {
  const text = jpeg.toString('latin1');
  return ['Exif\0', 'http://ns.adobe.com/xap', 'Photoshop'].some((mark) => text.includes(mark));
}
