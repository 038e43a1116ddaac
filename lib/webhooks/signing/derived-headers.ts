export type DerivedFrom = {
  eventId: string;
  eventType: string;
  deliveryId: string;
  attemptNumber: number;
  isTest?: boolean;
};

/** The request headers that follow from the delivery: they are sent with every attempt and stored with none. */
export const derivedHeaders = ({ eventId, eventType, deliveryId, attemptNumber, isTest }: DerivedFrom) => ({
  "content-type": "application/json; charset=utf-8",
  "user-agent": "Opencals-Webhooks/1.0",
  "webhook-id": eventId,
  "x-opencals-event": eventType,
  "x-opencals-delivery": deliveryId,
  "x-opencals-attempt": String(attemptNumber),
  ...(isTest && { "x-opencals-test": "true" }),
});
