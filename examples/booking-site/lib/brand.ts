/** What is the salon's own and in no catalogue. */
export const brand = {
  name: "Odile",
  line: "Odile, hair and colour. In and around Antwerp.",
  hours: "Open Monday to Saturday, 9:00 to 20:00",
};
