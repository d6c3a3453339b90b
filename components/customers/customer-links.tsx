import Link from "next/link";

/** Customers by name, each leading to its profile. */
export function CustomerLinks({ customers }: { customers: readonly { id: string; name: string }[] }) {
  return customers.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ", "}
      <Link href={`/customers/${id}`} className="font-medium text-link underline underline-offset-4">
        {name}
      </Link>
    </span>
  ));
}
