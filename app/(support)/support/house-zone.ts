/** Until the browser has told the agent's own zone. */
export const houseZone = "UTC";
