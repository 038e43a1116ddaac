/** Shell commands that book and pay a slot over the Storefront API with curl; Node stands in for jq. */
export function bookingWalk({ appUrl, key }) {
  return `API=${appUrl}/storefront KEY=${key}
`;
}
