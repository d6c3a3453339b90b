import { NothingHere } from "#components/layout/nothing-here.tsx";

export default function LoadNotFound() {
  return <NothingHere kind="load" href="/loads" wayOn="Open the loads" />;
}
