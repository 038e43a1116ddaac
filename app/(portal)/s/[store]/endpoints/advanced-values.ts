import { formatWaits, type EndpointSettings } from "@/lib/webhooks/contract";

/** The advanced fields of an endpoint's forms, as conform knows them; headers keep a state of their own. */
export type AdvancedValues = {
  retryDelays: string;
  cap: string;
  ratePerSecond: string;
  ordered: boolean;
  signsEd25519: boolean;
  locationIds: string[];
  productIds: string[];
  staffMemberIds: string[];
  operationalTypes: string[];
};

/** What the fields hold when the form is opened. */
export const advancedValues = ({
  retryDelays,
  cap,
  ratePerSecond,
  customHeaders: _,
  ...others
}: EndpointSettings): AdvancedValues => ({
  retryDelays: formatWaits(retryDelays),
  cap: String(cap),
  ratePerSecond: ratePerSecond === null ? "" : String(ratePerSecond),
  ...others,
});
