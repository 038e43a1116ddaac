import { handleStorefront } from "@/lib/storefront";

export {
  handleStorefront as DELETE,
  handleStorefront as GET,
  handleStorefront as OPTIONS,
  handleStorefront as PATCH,
  handleStorefront as POST,
  handleStorefront as PUT,
};
