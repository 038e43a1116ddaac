import { expect, test } from "vitest";
import { refuseUnknown } from "./narrowing";

const choices = {
  locationIds: [{ id: "here", name: "Main street" }],
  productIds: [{ id: "cut", name: "Haircut" }],
  staffMemberIds: [],
};
const none = { locationIds: [], productIds: [], staffMemberIds: [] };

test("what the store offers may be chosen, and so may nothing", () => {
  refuseUnknown(none, choices);
  refuseUnknown({ ...none, locationIds: ["here"], productIds: ["cut"] }, choices);
});

test("an id that is not the store's is refused by name, beside the list it was chosen from", () => {
  expect(() =>
    refuseUnknown({ ...none, productIds: ["cut", "shave"], staffMemberIds: ["ana"] }, choices),
  ).toThrow(
    expect.objectContaining({
      code: "invalid",
      fields: [
        { property: "productIds", messages: ["This store has no product shave."] },
        { property: "staffMemberIds", messages: ["This store has no staff member ana."] },
      ],
    }),
  );
});
