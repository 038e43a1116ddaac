import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

const firstNames = [
  "Tim",
  "Elise",
  "Bram",
  "Nina",
  "Youssef",
  "Hanne",
  "Lars",
  "Fatima",
  "Wout",
  "Julie",
  "Marieke",
  "Omar",
];
const lastNames = ["Aerts", "De Smet", "Claes", "Vermeulen", "Amrani", "Jacobs", "Willems", "Goossens"];
const languages = ["nl", "nl", "fr", "en"];

export type Customer = { id: string; email: string; firstName: string; lastName: string; phone: string };

/** Ninety-six people who book again and again. */
export async function makeCustomers(storeId: string, since: Date): Promise<Customer[]> {
  const customers = firstNames.flatMap((firstName, i) =>
    lastNames.map((lastName, j) => ({
      id: newId(),
      firstName,
      lastName,
      email: `${firstName}.${lastName.replace(" ", "")}@post.example`.toLowerCase(),
      phone: `+3247000${String(i * lastNames.length + j).padStart(4, "0")}`,
    })),
  );
  await db().customer.createMany({
    data: customers.map((customer, i) => ({
      ...customer,
      storeId,
      externalId: "",
      language: languages[i % languages.length],
      createdAt: since,
    })),
  });
  return customers;
}
