import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "@cantoo/pdf-lib";
import { INK, type Ink, PAPER } from "./look.ts";
import { printable } from "./printable.ts";
import { wrapText } from "./wrap-text.ts";

/** How a text is set. Sizes in points. */
export type Type = { size?: number; bold?: boolean; ink?: Ink; align?: "left" | "right"; leading?: number };

type Fonts = { regular: PDFFont; bold: PDFFont; characters: ReadonlySet<number> };

/**
 * Letter pages filled from the top: `y` is where the next thing goes, in points from the page's top. The same calls
 * give the same bytes.
 */
export class Sheet {
  readonly left = PAPER.margin;
  readonly right = PAPER.width - PAPER.margin;
  readonly width = PAPER.width - 2 * PAPER.margin;
  y: number = PAPER.margin;
  readonly #pdf: PDFDocument;
  readonly #fonts: Fonts;
  #page: PDFPage;

  private constructor(pdf: PDFDocument, fonts: Fonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
    this.#page = pdf.addPage([PAPER.width, PAPER.height]);
  }

  /** A new document with its first page. `madeOn` is a calendar date; it stands in the file's properties. */
  static async open(properties: { title: string; author: string; madeOn: string }): Promise<Sheet> {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    const madeAt = new Date(`${properties.madeOn}T12:00:00Z`);
    pdf.setTitle(properties.title, { showInWindowTitleBar: true });
    pdf.setAuthor(properties.author);
    pdf.setProducer("Lading");
    pdf.setLanguage("en-US");
    pdf.setCreationDate(madeAt);
    pdf.setModificationDate(madeAt);
    const regular = await pdf.embedFont(StandardFonts.Helvetica);
    const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
    return new Sheet(pdf, { regular, bold, characters: new Set(regular.getCharacterSet()) });
  }

  /** One line with its top at `y`; `x` is its left end, or its right end when aligned right. */
  text(text: string, x: number, y: number, type: Type = {}): void {
    const { size, font, ink } = this.#setting(type);
    const plain = printable(text, this.#fonts.characters);
    const start = type.align === "right" ? x - font.widthOfTextAtSize(plain, size) : x;
    this.#page.drawText(plain, { x: start, y: PAPER.height - y - size, size, font, color: ink });
  }

  /** The lines that a text takes in a column. */
  wrap(text: string, width: number, type: Type = {}): string[] {
    const { size, font } = this.#setting(type);
    const plain = printable(text, this.#fonts.characters);
    return wrapText(plain, width, (part) => font.widthOfTextAtSize(part, size));
  }

  /** Lines under each other from `y` down; gives back the `y` below them. */
  lines(lines: readonly string[], x: number, y: number, type: Type = {}): number {
    const step = this.lineHeight(type);
    for (const [index, line] of lines.entries()) this.text(line, x, y + index * step, type);
    return y + lines.length * step;
  }

  lineHeight(type: Type): number {
    return (type.size ?? 9.5) * (type.leading ?? 1.38);
  }

  rule(y: number, ink: Ink = INK.line, thickness = 0.75): void {
    const at = PAPER.height - y;
    this.#page.drawLine({
      start: { x: this.left, y: at },
      end: { x: this.right, y: at },
      thickness,
      color: ink,
    });
  }

  box(x: number, y: number, width: number, height: number, look: { fill?: Ink; border?: Ink }): void {
    this.#page.drawRectangle({
      x,
      y: PAPER.height - y - height,
      width,
      height,
      color: look.fill,
      borderColor: look.border,
      borderWidth: look.border ? 0.75 : undefined,
    });
  }

  /** True when a block of this height still fits above the foot of the page. */
  fits(height: number): boolean {
    return this.y + height <= PAPER.height - PAPER.margin - 18;
  }

  newPage(): void {
    this.#page = this.#pdf.addPage([PAPER.width, PAPER.height]);
    this.y = PAPER.margin;
  }

  /** Writes the foot of every page, its number included, and ends the document. */
  async finish(foot: string): Promise<Uint8Array> {
    const pages = this.#pdf.getPages();
    for (const [index, page] of pages.entries()) {
      this.#page = page;
      const y = PAPER.height - PAPER.margin;
      this.rule(y - 8);
      this.text(foot, this.left, y, { size: 8, ink: INK.muted });
      const number = `Page ${index + 1} of ${pages.length}`;
      this.text(number, this.right, y, { size: 8, ink: INK.muted, align: "right" });
    }
    return this.#pdf.save();
  }

  #setting(type: Type): { size: number; font: PDFFont; ink: Ink } {
    const font = type.bold ? this.#fonts.bold : this.#fonts.regular;
    return { size: type.size ?? 9.5, font, ink: type.ink ?? INK.text };
  }
}
