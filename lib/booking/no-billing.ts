/** The parts of a buyer that nothing asks for yet. */
export const noBilling = {
  billingAddressId: null,
  deliveryAddressId: null,
  billingFirstName: null,
  billingLastName: null,
  billingCompanyName: null,
  billingTaxRegistrationId: null,
  billingAddressLine1: null,
  billingAddressLine2: null,
  billingCity: null,
  billingState: null,
  billingPostalCode: null,
  billingCountry: null,
  billingAddress: null,
  deliveryAddress: null,
} as const;
