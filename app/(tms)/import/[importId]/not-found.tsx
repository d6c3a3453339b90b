import { NothingHere } from "#components/layout/nothing-here.tsx";

export default function ImportNotFound() {
  return <NothingHere kind="import" href="/import" wayOn="Open the imports" />;
}
