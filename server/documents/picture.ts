import sharp, { type Metadata } from "sharp";

const MAX_PIXELS = 120_000_000;

/** 200 dots per inch on a Letter page: a signature and its date stay readable, in an eighth of a photo's bytes. */
const PRINT_SIDE = 2200;
const PRINT_QUALITY = 80;

/** Above this a picture is made smaller for printing; below it stays as it is, bit for bit. */
const LARGE_BYTES = 1024 * 1024;

type PictureFormat = "png" | "jpeg";

/** What keeps a picture from being used, or null: it is cut off, broken, or too large to decode. */
export async function pictureProblem(bytes: Uint8Array): Promise<"damaged" | "too_many_pixels" | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return "too_many_pixels";
    // Reads every row, off the main thread, and keeps next to nothing.
    await open(bytes).resize(32).raw().toBuffer();
    return null;
  } catch {
    return "damaged";
  }
}

/**
 * A picture as it goes into a merged document. A small photo or scan stays as it is; a large one, and what PDF can't
 * show directly (transparency, palettes, print colours), becomes an upright JPEG on white.
 */
export async function printPicture(
  bytes: Uint8Array,
  format: PictureFormat,
): Promise<{ bytes: Uint8Array; format: PictureFormat }> {
  const metadata = await open(bytes).metadata();
  if (bytes.byteLength <= LARGE_BYTES && isPlain(metadata)) return { bytes, format };
  const printed = await open(bytes)
    .autoOrient()
    .flatten({ background: "white" })
    .resize({ width: PRINT_SIDE, height: PRINT_SIDE, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .jpeg({ quality: PRINT_QUALITY })
    .toBuffer();
  return { bytes: printed, format: "jpeg" };
}

function isPlain({ format, space, hasAlpha, isPalette, isProgressive }: Metadata): boolean {
  const isPlainColour = space === "srgb" || space === "b-w";
  if (format === "jpeg") return isPlainColour;
  return isPlainColour && !hasAlpha && !isPalette && !isProgressive;
}

function open(bytes: Uint8Array) {
  return sharp(bytes, { failOn: "error", limitInputPixels: MAX_PIXELS });
}
