import { retryDelaysSeconds } from "../delivery/retry-policy";
import type { EndpointSettings } from "./shapes";

/** How an endpoint is served that asked for nothing else: the defaults of its columns. */
export const usualSettings: EndpointSettings = {
  retryDelays: retryDelaysSeconds,
  cap: 10,
  ratePerSecond: null,
  ordered: false,
  customHeaders: [],
  signsEd25519: false,
  locationIds: [],
  productIds: [],
  staffMemberIds: [],
  operationalTypes: [],
};
