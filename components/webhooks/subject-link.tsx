import Link from "next/link";

type SubjectLinkProps = {
  event: { type: string; subjectId: string; subjectName: string };
  /** The store's pages. */
  base: string;
};

/** The appointment or order that an event tells of; an endpoint is named, since the delivery's payload has its id. */
export function SubjectLink({ event: { type, subjectId, subjectName }, base }: SubjectLinkProps) {
  if (type.startsWith("endpoint.")) return <>Endpoint {subjectName}</>;
  const isOrder = type.startsWith("order.");
  return (
    <Link href={`${base}/${isOrder ? "orders" : "appointments"}/${subjectId}`} className="link">
      {isOrder ? "Order" : "Appointment"} {subjectName}
    </Link>
  );
}
