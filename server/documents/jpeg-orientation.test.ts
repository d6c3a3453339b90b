import { expect, test } from "vitest";
import { jpegOrientation, ORIENTATIONS, type Orientation } from "./jpeg-orientation.ts";

/** The head of a JPEG whose EXIF data names an orientation, in either byte order. */
function aJpeg(orientation: number, order: "II" | "MM"): Uint8Array {
  const little = order === "II";
  const tiff = Buffer.alloc(26);
  tiff.write(order, 0, "latin1");
  const put16 = (value: number, at: number) =>
    (little ? tiff.writeUInt16LE : tiff.writeUInt16BE).call(tiff, value, at);
  const put32 = (value: number, at: number) =>
    (little ? tiff.writeUInt32LE : tiff.writeUInt32BE).call(tiff, value, at);
  put16(42, 2);
  put32(8, 4);
  put16(1, 8);
  put16(0x0112, 10);
  put16(3, 12);
  put32(1, 14);
  put16(orientation, 18);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const app1 = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.byteLength + 2]);
  return Buffer.concat([app1, exif, Buffer.from([0xff, 0xda, 0, 2])]);
}

test.each([1, 3, 6, 8])("orientation %d is read in both byte orders", (orientation) => {
  expect(jpegOrientation(aJpeg(orientation, "II"))).toBe(orientation);
  expect(jpegOrientation(aJpeg(orientation, "MM"))).toBe(orientation);
});

test("a JPEG without EXIF, with nonsense in it, or cut off is taken as stored", () => {
  expect(jpegOrientation(Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]))).toBe(1);
  expect(jpegOrientation(aJpeg(77, "II"))).toBe(1);
  const whole = aJpeg(6, "MM");
  for (let length = 0; length < whole.byteLength; length++) {
    expect([1, 6]).toContain(jpegOrientation(whole.subarray(0, length)));
  }
});

/** Where a stored picture's corner (0 or 1 along each side, from its bottom left) comes to lie in a 1 × 1 box. */
function placed(orientation: Orientation, s: number, t: number): [number, number] {
  const [a, b, c, d, e, f] = ORIENTATIONS[orientation].matrix(1, 1);
  return [a * s + c * t + e, b * s + d * t + f];
}

test.each([
  // [orientation, where the stored picture's top left and top right come to lie] (EXIF 2.3, tag 0x0112)
  [1, [0, 1], [1, 1]],
  [2, [1, 1], [0, 1]],
  [3, [1, 0], [0, 0]],
  [4, [0, 0], [1, 0]],
  [5, [0, 1], [0, 0]],
  [6, [1, 1], [1, 0]],
  [7, [1, 0], [1, 1]],
  [8, [0, 0], [0, 1]],
] as const)("orientation %d is turned upright", (orientation, topLeft, topRight) => {
  expect(placed(orientation, 0, 1)).toEqual(topLeft);
  expect(placed(orientation, 1, 1)).toEqual(topRight);
});
