import { serveOperations } from "@/lib/rest";
import { authenticate } from "./authenticate";
import { operations } from "./route-table";

/** Answers every request under `/storefront`. */
export const handleStorefront = serveOperations(operations, authenticate);
