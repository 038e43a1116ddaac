/**
 * Books and pays with the official client, as any website would, and prints the order as JSON.
 * BASE_URL and API_KEY say where and for whom; PROVIDER is `cash` (default) or `stripe`, the test provider;
 * DECISION is `pay` (default) or `decline`; CUSTOMER_EMAIL names the customer.
 */
import {
  AppointmentService,
  CartService,
  CheckoutService,
  ProductService,
  setupOpencals,
} from "@opencals/storefront-sdk";

const {
  BASE_URL = "http://localhost:3000",
  API_KEY = "",
  PROVIDER = "cash",
  DECISION = "pay",
  CUSTOMER_EMAIL = "ada@example.com",
} = process.env;

setupOpencals({ baseUrl: BASE_URL, apiKey: API_KEY, throwOnError: true });

const provider = PROVIDER === "stripe" ? "stripe" : "cash";
const customer = {
  email: CUSTOMER_EMAIL,
  externalId: CUSTOMER_EMAIL,
  firstName: "Ada",
  lastName: "Lovelace",
};

const { data: cart } = await CartService.createOrGet({ headers: { "X-Cart-Id": "" } });
const headers = { "X-Cart-Id": given(cart).id };
await AppointmentService.create({ body: { slot: await firstFreeSlot(), cartId: given(cart).id, customer } });

const { data: checkout } = await CheckoutService.start({ headers, body: { provider, customer } });
if (checkout?.redirectUrl) {
  await fetch(checkout.redirectUrl, {
    method: "POST",
    body: new URLSearchParams({ decision: DECISION }),
    redirect: "manual",
  });
}
const { data: submitted } = await CheckoutService.submit({
  headers,
  body: { customer, appointmentsSettings: { markAsScheduled: true } },
});
console.log(JSON.stringify(given(submitted).order, null, 2));

/** The first slot of the first product that has one, from the day after tomorrow: none that passes while it is booked. */
async function firstFreeSlot() {
  const { data: products } = await ProductService.list();
  for (const product of given(products).data) {
    for (let day = 2; day < 14; day++) {
      const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
      const { data: slots } = await ProductService.getCurrentAvailabilities({
        path: { productId: product.id },
        query: { date },
      });
      const slot = given(slots)[0];
      if (!slot) continue;
      const { productId, fromDate, fromTime, toDate, toTime, staffMemberIds, locationIds } = slot;
      return {
        ...{ productId, fromDate, fromTime, toDate, toTime },
        staffMemberId: staffMemberIds?.[0] ?? null,
        locationId: locationIds?.[0] ?? null,
      };
    }
  }
  throw new Error("No product has a free slot in the coming two weeks.");
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The API answered without data.");
  return value;
}
