import { NothingHere } from "#components/layout/nothing-here.tsx";

export default function CustomerNotFound() {
  return <NothingHere kind="customer" href="/customers" wayOn="Open the customers" />;
}
