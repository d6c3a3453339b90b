import type { Random } from "../random.ts";
import { DOT_FONT } from "./dot-font.ts";

type Point = [x: number, y: number];

/**
 * A sheet as a scanner saw it: grey values 0 (black) to 255, laid in askew. Places are given as on the straight
 * sheet, in pixels.
 */
export class Paper {
  readonly width = 850;
  readonly height = 1100;
  readonly pixels: Uint8Array;
  readonly #sin: number;
  readonly #cos: number;

  constructor(random: Random) {
    const askew = random.wobble() * 0.012;
    this.#sin = Math.sin(askew);
    this.#cos = Math.cos(askew);
    this.pixels = new Uint8Array(this.width * this.height).fill(random.int(240, 252));
  }

  /** A pen's way through points, `pen` pixels thick. */
  stroke(points: readonly Point[], pen: number, grey = 40): void {
    for (const [index, to] of points.entries()) {
      const from = points[index - 1];
      if (!from) continue;
      const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])));
      for (let step = 0; step <= steps; step++) {
        const along = step / steps;
        this.dot(from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along, pen, grey);
      }
    }
  }

  frame(x: number, y: number, width: number, height: number): void {
    const corners: Point[] = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ];
    this.stroke(corners, 1.4, 70);
  }

  /** Printed capitals, `dot` pixels per dot; small letters print as capitals, unknown signs as a space. */
  print(text: string, x: number, y: number, dot = 2, grey = 50): void {
    for (const [index, character] of [...text.toUpperCase()].entries()) {
      for (const [column, bits] of (DOT_FONT[character] ?? []).entries()) {
        for (let row = 0; row < 7; row++) {
          if (bits & (1 << row)) this.dot(x + (index * 6 + column) * dot, y + row * dot, dot, grey);
        }
      }
    }
  }

  /** Dust and copier noise, then the shadow along the left edge. */
  age(random: Random): void {
    for (let speck = 0; speck < 700; speck++) {
      const at = random.int(0, this.pixels.length - 1);
      this.pixels[at] = random.int(90, 200);
    }
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < 14; x++) {
        const at = y * this.width + x;
        this.pixels[at] = Math.min(this.pixels[at] ?? 255, 150 + x * 7);
      }
    }
  }

  dot(x: number, y: number, size: number, grey: number): void {
    const [fromLeft, fromTop] = [x - this.width / 2, y - this.height / 2];
    const left = Math.round(fromLeft * this.#cos - fromTop * this.#sin + this.width / 2 - size / 2);
    const top = Math.round(fromLeft * this.#sin + fromTop * this.#cos + this.height / 2 - size / 2);
    const side = Math.max(1, Math.round(size));
    for (let row = top; row < top + side; row++) {
      if (row < 0 || row >= this.height) continue;
      for (let column = left; column < left + side; column++) {
        if (column < 0 || column >= this.width) continue;
        const at = row * this.width + column;
        this.pixels[at] = Math.min(this.pixels[at] ?? 255, grey);
      }
    }
  }
}
