import { notFound } from "next/navigation";

/** An address that nothing has is told so within the store's book, with its ways on. */
export default function NoSuchPage() {
  notFound();
}
