/** How a camera held the picture: the EXIF orientation, 1 to 8. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** For each orientation, the PDF matrix that sets the stored picture upright in a box of width `w` and height `h`. */
export const ORIENTATIONS: Readonly<
  Record<Orientation, { swapsSides: boolean; matrix: (w: number, h: number) => Matrix }>
> = {
  1: { swapsSides: false, matrix: (w, h) => [w, 0, 0, h, 0, 0] },
  2: { swapsSides: false, matrix: (w, h) => [-w, 0, 0, h, w, 0] },
  3: { swapsSides: false, matrix: (w, h) => [-w, 0, 0, -h, w, h] },
  4: { swapsSides: false, matrix: (w, h) => [w, 0, 0, -h, 0, h] },
  5: { swapsSides: true, matrix: (w, h) => [0, -h, -w, 0, w, h] },
  6: { swapsSides: true, matrix: (w, h) => [0, -h, w, 0, 0, h] },
  7: { swapsSides: true, matrix: (w, h) => [0, h, w, 0, 0, 0] },
  8: { swapsSides: true, matrix: (w, h) => [0, h, -w, 0, w, 0] },
};

const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
const ORIENTATION_TAG = 0x0112;

/** The orientation a JPEG's EXIF data names; 1 (as stored) when it names none or is cut short. */
export function jpegOrientation(bytes: Uint8Array): Orientation {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    if (marker < 0xff00 || marker === START_OF_SCAN) return 1;
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === APP1 && end <= view.byteLength && isExif(view, at + 4, end)) {
      return orientationIn(new DataView(bytes.buffer, bytes.byteOffset + at + 10, end - at - 10));
    }
    at = end;
  }
  return 1;
}

function isExif(view: DataView, at: number, end: number): boolean {
  return end - at > 14 && view.getUint32(at) === 0x45786966;
}

/** Reads the tag from the first directory of a TIFF block. */
function orientationIn(tiff: DataView): Orientation {
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = tiff.getUint16(entry + 8, little);
    return isOrientation(value) ? value : 1;
  }
  return 1;
}

function isOrientation(value: number): value is Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8;
}
