/** Where the time comes from; rules and verbs take `now` or a clock as an argument, so tests can set it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
