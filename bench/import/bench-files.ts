const BROKERS = 100;

const HEADERS =
  "Load #,Status,Customer,MC #,PO Number,Origin City,Origin State,Dest City,Dest State,Pickup Date,Delivery Date,Weight,Miles,Line Haul,Fuel Surcharge,Total";

/** A TMS export of loads; `series` tells the numbers of one file from another's. */
export function loadsCsv(rows: number, series: string): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const broker = index % BROKERS;
    return `${series}-${index},Delivered,${brokerName(broker)},MC-${mcNumber(broker)},PO${index},Joliet,IL,Toledo,OH,10/10/2026,10/11/2026,"42,000 lbs",246,"$1,850.00",$212.50,"$2,062.50"`;
  });
  return [HEADERS, ...lines].join("\r\n");
}

/** An export of customers, the brokers of the loads among them. */
export function customersCsv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) =>
      `${brokerName(index)},MC-${mcNumber(index)},Broker,${index} Rail Yard Rd,Joliet,IL,60432,Factoring`,
  );
  return ["Name,MC Number,Type,Address,City,State,Zip,Invoicing Method", ...lines].join("\r\n");
}

function brokerName(index: number): string {
  return `Prairie Lantern Logistics ${index}`;
}

function mcNumber(index: number): string {
  return String(100_000 + index).padStart(7, "0");
}
