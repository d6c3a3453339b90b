type DeliveryFacts = {
  deliveredOn: string | null | undefined;
  pickupOn: string | null;
  /** The company's calendar day. */
  today: string;
};

/** Why a load can't have been delivered on that day, or null. Calendar dates, "2026-11-23". */
export function deliveryRefusal({ deliveredOn, pickupOn, today }: DeliveryFacts): string | null {
  if (!deliveredOn) return "Enter the day the load was delivered.";
  if (deliveredOn > today) return "The day of delivery is still to come. Mark the load delivered once it is.";
  if (pickupOn && deliveredOn < pickupOn) {
    return "The day of delivery is before the pickup date. Check both dates.";
  }
  return null;
}
