import { NothingHere } from "#components/layout/nothing-here.tsx";

export default function BatchNotFound() {
  return <NothingHere kind="batch" href="/reports/factoring" wayOn="Open the factoring report" />;
}
