import type { Random } from "../random.ts";
import { scribble, sign } from "./handwriting.ts";
import { Paper } from "./paper.ts";
import { encodePng } from "./png.ts";

const LEFT = 70;
const RIGHT = 780;
const FIELDS = [
  ["SHIPPER", "CONSIGNEE"],
  ["CARRIER", "DRIVER"],
  ["TRAILER #", "SEAL #"],
  ["DATE IN / TIME", "DATE OUT / TIME"],
] as const;
const COLUMNS = [
  ["PCS", 0],
  ["DESCRIPTION OF ARTICLES", 110],
  ["WEIGHT", 560],
] as const;

/** A signed bill of lading as a scan: a grey PNG. Its values are scrawled, so that it may stand for any load. */
export function drawDeliveryReceipt(random: Random): Uint8Array {
  const paper = new Paper(random);
  paper.print("STRAIGHT BILL OF LADING", LEFT, 70, 3);
  paper.print("ORIGINAL - NOT NEGOTIABLE", LEFT, 104, 1.6, 90);
  drawFields(paper, random);
  drawArticles(paper, random);
  drawReceipt(paper, random);
  paper.age(random);
  return encodePng(paper.width, paper.height, paper.pixels);
}

function drawFields(paper: Paper, random: Random): void {
  const half = (RIGHT - LEFT) / 2;
  for (const [row, labels] of FIELDS.entries()) {
    for (const [column, label] of labels.entries()) {
      const [x, y] = [LEFT + column * half, 150 + row * 74];
      paper.frame(x, y, half, 74);
      paper.print(label, x + 10, y + 9, 1.5, 95);
      scribble(paper, random, x + 16, y + 50, random.int(130, 290));
    }
  }
}

function drawArticles(paper: Paper, random: Random): void {
  const top = 480;
  paper.frame(LEFT, top, RIGHT - LEFT, 250);
  for (const [label, offset] of COLUMNS) {
    paper.print(label, LEFT + offset + 10, top + 10, 1.5, 95);
    if (offset > 0)
      paper.stroke(
        [
          [LEFT + offset, top],
          [LEFT + offset, top + 250],
        ],
        1.2,
        90,
      );
  }
  const rows = random.int(2, 5);
  for (let row = 0; row < rows; row++) {
    const y = top + 60 + row * 38;
    scribble(paper, random, LEFT + 14, y, 50);
    scribble(paper, random, LEFT + 124, y, random.int(220, 400));
    scribble(paper, random, LEFT + 576, y, 80);
  }
}

function drawReceipt(paper: Paper, random: Random): void {
  paper.print("RECEIVED IN GOOD ORDER, EXCEPT AS NOTED", LEFT, 768, 1.7, 80);
  scribble(paper, random, LEFT + 10, 812, random.int(60, 260));
  paper.stroke(
    [
      [LEFT, 930],
      [LEFT + 320, 930],
    ],
    1.4,
    80,
  );
  paper.print("CONSIGNEE SIGNATURE", LEFT, 940, 1.5, 95);
  paper.stroke(
    [
      [450, 930],
      [RIGHT, 930],
    ],
    1.4,
    80,
  );
  paper.print("DRIVER SIGNATURE", 450, 940, 1.5, 95);
  sign(paper, random, LEFT + 30, 908);
  sign(paper, random, 480, 910);
  const [x, y] = [random.int(500, 560), random.int(740, 770)];
  paper.frame(x, y, 210, 70);
  paper.frame(x + 4, y + 4, 202, 62);
  paper.print("RECEIVED", x + 30, y + 22, 3.2, 110);
}
