import { useEffect, useRef } from "react";

/** The form to put on a `<form>`: once it has errors, the first field that is wrong gets the focus. */
export function useFocusInvalid(hasErrors: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (hasErrors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [hasErrors]);
  return form;
}
