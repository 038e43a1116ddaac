/** What the browser may have of webhooks: words, shapes, and the sentences that explain them. */
export { describeDelivery } from "./deliveries/describe-delivery";
export { explainFailure } from "./deliveries/explain-failure";
export { describeRetries, formatWaits, parseWaits } from "./endpoints/retry-words";
export { usualSettings } from "./endpoints/usual-settings";
export type { EventDetail, EventListItem, Receivers } from "./events/shapes";
export type { FoundInStore } from "./find/shapes";
export {
  deliveryCountMax,
  deliveryStatuses,
  failureKinds,
  resendMax,
  type AttemptDetail,
  type AttemptTimings,
  type DeliveryDetail,
  type DeliveryListItem,
  type DeliveryStatus,
  type FailureKind,
  type PlannedAttempt,
  type SkippedResend,
} from "./deliveries/shapes";
export {
  capMax,
  endpointHealths,
  heldChoices,
  rateMax,
  type EndpointHealth,
  type EndpointListItem,
  type EndpointSettings,
  type HeldChoice,
  type HourSlot,
} from "./endpoints/shapes";
export type { EventAbout } from "./events/event-about";
export type { Overview, OverviewNeed } from "./overview/shapes";
export { overlapHoursDefault, overlapHoursMax, type SecretListItem } from "./secrets/shapes";
export type { FailingStore, Found, QueueHealth } from "./support/shapes";
