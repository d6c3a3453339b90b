/** How many loads each company of a world has; customers and batches follow from that. */
export type World = { name: string; companies: readonly number[]; loadsPerCustomer: number };

/** One company with 10,000 loads, 300 customers and 288 batches. */
export const SMALL: World = { name: "ten_thousand", companies: [10_000], loadsPerCustomer: 33 };

/** 50 companies with a million loads, 30,000 customers and nearly 40,000 batches; the first one has 400,000 of the loads. */
export const BIG: World = {
  name: "million",
  companies: [400_000, 12_240, ...Array.from({ length: 48 }, () => 12_245)],
  loadsPerCustomer: 33,
};
