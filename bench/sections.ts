/** The parts of the benchmark, in the order in which they run; each is a script of its own, `bench/<name>.ts`. */
export const SECTIONS = ["lists", "import", "submit", "sync", "live", "start", "pages"] as const;

export type Section = (typeof SECTIONS)[number];
