/** Which of an endpoint's live secrets, newest first, makes x-opencals-signature: it can hold only one. */
export const rawBodySigner = <Secret extends { signsRawBody: boolean }>(newestFirst: Secret[]) =>
  newestFirst.findLast(({ signsRawBody }) => signsRawBody) ?? newestFirst[0];
