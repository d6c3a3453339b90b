import { rgb } from "@cantoo/pdf-lib";

/** US Letter in points, and the space left white around it. */
export const PAPER = { width: 612, height: 792, margin: 50 } as const;

export const INK = {
  text: rgb(0.1, 0.13, 0.17),
  muted: rgb(0.39, 0.43, 0.48),
  brand: rgb(0.05, 0.32, 0.36),
  line: rgb(0.82, 0.85, 0.87),
  fill: rgb(0.955, 0.965, 0.97),
} as const;

export type Ink = (typeof INK)[keyof typeof INK];
