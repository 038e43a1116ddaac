export const zoneCookie = "opencals.zone";
