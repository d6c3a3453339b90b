import type { Random } from "../random.ts";
import type { Paper } from "./paper.ts";

/** Something written by hand that nobody can read: loops along a line, `width` pixels long. */
export function scribble(paper: Paper, random: Random, x: number, y: number, width: number): void {
  const letter = random.int(9, 13);
  const points: [number, number][] = [];
  for (let along = 0; along < width; along += 1.5) {
    const turn = (along / letter) * Math.PI * 2;
    const tall = random.chance(0.04) ? 1.9 : 1;
    points.push([x + along + Math.cos(turn) * 3.5, y - Math.sin(turn) * 5 * tall + random.wobble()]);
  }
  paper.stroke(points, 1.8, 45);
}

/** A signature: a big opening loop, a few waves that flatten out, a line under it. */
export function sign(paper: Paper, random: Random, x: number, y: number): void {
  const points: [number, number][] = [];
  const size = random.int(22, 32);
  const waves = random.int(5, 8);
  for (let step = 0; step <= 160; step++) {
    const along = step / 160;
    const turn = along * Math.PI * 2 * waves;
    const height = size * (1 - along) ** 1.2 + 3;
    points.push([
      x + along * 210 + Math.cos(turn) * height * 0.55,
      y - Math.sin(turn) * height + random.wobble() * 0.8,
    ]);
  }
  paper.stroke(points, 2.4, 25);
  paper.stroke(
    [
      [x - 10, y + 16],
      [x + 120, y + 8],
      [x + 225, y + 12],
    ],
    2,
    25,
  );
}
