/** The longest side a photo is sent with. */
const LONGEST = 2048;
const QUALITY = 0.85;

/** The file is not a picture this browser can read. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
  constructor(readonly heic: boolean) {
    super('The picture cannot be read here.');
  }
}

/**
 * The photo as a JPEG of reasonable size, upright. Drawing it anew also leaves behind everything the camera
 * wrote into it, so that neither position nor device reach the network; the position is read before (see exif).
 */
export async function prepared(file: Blob & { name?: string }): Promise<Blob> {
  const image = await read(file);
  const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new UnreadablePicture(false);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!blob) throw new UnreadablePicture(false);
  return blob;
}

/** Some browsers read HEIC, which phones of one maker write; the others cannot be taught here. */
async function read(file: Blob & { name?: string }): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new UnreadablePicture(/hei[cf]/i.test(`${file.type} ${file.name ?? ''}`));
  }
}
