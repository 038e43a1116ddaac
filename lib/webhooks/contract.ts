/** What the browser may have of webhooks: words, shapes, and the sentences that explain them. */
export { describeDelivery } from "./deliveries/describe-delivery";
export { explainFailure } from "./deliveries/explain-failure";
export { describeRetries, formatWaits, parseWaits } from "./endpoints/retry-words";
export { usualSettings } from "./endpoints/usual-settings";
export type { EventDetail, EventListItem, Receivers } from "./events/shapes";
export type { FoundInStore } from "./find/shapes";
export {
  capMax,
  deliveryCountMax,
  deliveryStatuses,
  endpointHealths,
  failureKinds,
  heldChoices,
  overlapHoursDefault,
  overlapHoursMax,
  rateMax,
  resendMax,
  type AttemptDetail,
  type AttemptTimings,
  type DeliveryDetail,
  type DeliveryListItem,
  type DeliveryStatus,
  type EndpointHealth,
  type EndpointListItem,
  type EndpointSettings,
  type EventAbout,
  type FailingStore,
  type FailureKind,
  type Found,
  type HeldChoice,
  type HourSlot,
  type Overview,
  type OverviewNeed,
  type PlannedAttempt,
  type QueueHealth,
  type SecretListItem,
  type SkippedResend,
} from "./shapes";
