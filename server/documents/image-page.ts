import {
  concatTransformationMatrix,
  drawObject,
  type PDFDocument,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from "@cantoo/pdf-lib";
import { jpegOrientation, ORIENTATIONS } from "./jpeg-orientation.ts";
import { embedPngStream } from "./png-stream.ts";
import { PAPER } from "./sheet/look.ts";

const MARGIN = 18;

type Embedded = { ref: PDFRef; width: number; height: number };

/** Adds a photo or scan as a Letter page, upright, as large as fits; a wide one makes the page landscape (R20). */
export async function addImagePage(
  pdf: PDFDocument,
  bytes: Uint8Array,
  format: "png" | "jpeg",
): Promise<void> {
  const image = await embed(pdf, bytes, format);
  const orientation = format === "jpeg" ? jpegOrientation(bytes) : 1;
  const { swapsSides, matrix } = ORIENTATIONS[orientation];
  const [width, height] = swapsSides ? [image.height, image.width] : [image.width, image.height];
  const [pageWidth, pageHeight] = width > height ? [PAPER.height, PAPER.width] : [PAPER.width, PAPER.height];
  const scale = Math.min((pageWidth - 2 * MARGIN) / width, (pageHeight - 2 * MARGIN) / height);
  const box = { width: width * scale, height: height * scale };

  const page = pdf.addPage([pageWidth, pageHeight]);
  const name = page.node.newXObject("Image", image.ref);
  const [a, b, c, d, e, f] = matrix(box.width, box.height);
  const x = (pageWidth - box.width) / 2 + e;
  const y = (pageHeight - box.height) / 2 + f;
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(a, b, c, d, x, y),
    drawObject(name),
    popGraphicsState(),
  );
}

async function embed(pdf: PDFDocument, bytes: Uint8Array, format: "png" | "jpeg"): Promise<Embedded> {
  if (format === "jpeg") return pdf.embedJpg(bytes);
  return embedPngStream(pdf, bytes) ?? (await pdf.embedPng(bytes));
}
